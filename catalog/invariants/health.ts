import type { Invariant } from "./subject.ts";
import { problem } from "./subject.ts";

const STARTUP_SECONDS_MAX = 300;

/** Health paths are absolute and plain; start-up takes 1 to 300 seconds. */
export const healthInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap(({ name, healthPath, startupSeconds }) => {
    const problems = [];
    if (!/^\/[A-Za-z0-9/_.-]{1,127}$/.test(healthPath) || healthPath.includes("//")) {
      const wanted = "an absolute path below / without query, at most 128 characters";
      const fix = "Write it like /health/ready: the root path answers before the service is ready.";
      problems.push(problem("health-path", `${name}.healthPath`, healthPath, wanted, fix));
    }
    if (!Number.isInteger(startupSeconds) || startupSeconds < 1 || startupSeconds > STARTUP_SECONDS_MAX) {
      const wanted = `whole seconds from 1 to ${STARTUP_SECONDS_MAX}`;
      const fix = "State the slowest start seen; checks that fail in this time do not count.";
      problems.push(problem("startup", `${name}.startupSeconds`, startupSeconds, wanted, fix));
    }
    return problems;
  });
