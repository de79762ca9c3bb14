import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";

const STACK = "lab";
const PACK: string[] = process.env.LAB_PRE
  ? []
  : ["--policy-pack", "policies", "--policy-pack-config", `policies/limits/${STACK}.json`];

/** `pulumi up` by the real engine; every object admitted by the real API server, every rule passed. */
export async function applied(lab: Lab): Promise<Verdict> {
  const started = performance.now();
  const up = await lab.pulumi(["up", "--stack", STACK, "--yes", "--skip-preview", "--non-interactive", ...PACK]);
  const seconds = (performance.now() - started) / 1000;
  const created = /\+ (\d+) created/.exec(up.output)?.[1] ?? "0";
  if (up.code !== 0) return verdict("apply", "pulumi up failed", failure(lab, "up", up.output));
  const again = await lab.pulumi([
    "preview",
    "--stack",
    STACK,
    "--refresh",
    "--expect-no-changes",
    "--non-interactive",
  ]);
  const problems = again.code === 0 ? [] : ["a second preview sees changes", ...failure(lab, "preview", again.output)];
  return verdict(
    "apply",
    `${created} resources made in ${seconds.toFixed(0)} s by pulumi up; nothing left to change`,
    problems,
  );
}

/** `pulumi destroy`, after which only what a new cluster has is there. */
export async function destroyed(lab: Lab): Promise<Verdict> {
  const destroy = await lab.pulumi(["destroy", "--stack", STACK, "--yes", "--skip-preview", "--non-interactive"]);
  const deleted = /- (\d+) deleted/.exec(destroy.output)?.[1] ?? "0";
  const namespaces = (await lab.cluster.core.listNamespace()).items.map(({ metadata }) => metadata?.name ?? "");
  const ours = namespaces.filter((name) => name !== "default" && !name.startsWith("kube-"));
  const problems = [
    ...(destroy.code === 0 ? [] : failure(lab, "destroy", destroy.output)),
    ...ours.map((name) => `namespace ${name} is still there`),
  ];
  return verdict("destroy", `${deleted} resources deleted; namespaces left: ${namespaces.join(", ")}`, problems);
}

/** What the engine calls an error, and where the whole of it is. */
function failure(lab: Lab, name: string, output: string): string[] {
  const path = lab.save(`${name}.log`, output);
  const errors = output.split("\n").filter((line) => /\berror: /.test(line));
  return [...new Set(errors.map((line) => line.trim().slice(0, 500))), `everything it said: ${path}`];
}
