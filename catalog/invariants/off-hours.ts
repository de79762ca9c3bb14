import type { Diagnostic } from "@pyairtable/diagnostics";
import { type Invariant, problem } from "./subject.ts";

const WHY_LENGTH_MIN = 10;

/** Who sleeps is not critical, keeps fewer tasks than by day, and says why that is fine. */
export const offHoursInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap(({ name, tier, offHours, replicas }): Diagnostic[] => {
    if (offHours === "always-on") return [];
    const at = `${name}.offHours`;
    if (tier === "critical") {
      return [problem("off-hours-critical", at, offHours, '"always-on"', "Let it stay awake, or lower its tier.")];
    }
    const problems: Diagnostic[] = [];
    if (offHours.replicas < 0 || offHours.replicas >= replicas.min) {
      const fix = 'Lower it, or write "always-on".';
      problems.push(problem("off-hours", `${at}.replicas`, offHours.replicas, `0 to ${replicas.min - 1}`, fix));
    }
    if (offHours.why.trim().length < WHY_LENGTH_MIN) {
      const fix = "Say what happens to the work that arrives at night.";
      problems.push(problem("off-hours", `${at}.why`, offHours.why, `a reason of ${WHY_LENGTH_MIN} characters`, fix));
    }
    return problems;
  });
