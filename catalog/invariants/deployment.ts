import { type Invariant, problem } from "./subject.ts";

/** Blue/green and canary shift traffic at the load balancer, so only public services have them. */
export const deploymentInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap(({ name, deployment, exposure }) => {
    if (deployment === "rolling" || exposure === "public") return [];
    const fix = "Take rolling, with the circuit breaker, for services without a listener rule.";
    return [problem("deployment", `${name}.deployment`, deployment, '"rolling" on an internal service', fix)];
  });
