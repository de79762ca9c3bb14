import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

/** Hours run forward within one day, days are listed once, the zone exists. */
export function workingHoursProblems({ workingHours }: SoundSections): Problem[] {
  if (workingHours === undefined) return [];
  const { start, end, days, timeZone } = workingHours;
  const problems: Problem[] = [];
  if (start >= end) {
    problems.push({
      code: "config.hours-reversed",
      at: ["workingHours", "end"],
      got: `${start} to ${end}`,
      wanted: `an end after ${start} on the same day`,
      fix: start === end ? "Leave at least some minutes between start and end." : "Swap start and end.",
    });
  }
  for (const [i, day] of days.entries()) {
    if (days.indexOf(day) === i) continue;
    const fix = "Remove the repetition.";
    problems.push({
      code: "config.duplicate",
      at: ["workingHours", "days", i],
      got: day,
      wanted: "each day once",
      fix,
    });
  }
  if (!isTimeZone(timeZone)) {
    problems.push({
      code: "config.time-zone",
      at: ["workingHours", "timeZone"],
      got: timeZone,
      wanted: "an IANA zone with a region, e.g. America/New_York, or UTC",
      fix: "Look the name up in the IANA time zone database; abbreviations and offsets do not follow summer time.",
    });
  }
  return problems;
}

// Intl takes "EST" and "+02:00" too, which Application Auto Scaling refuses or which ignore summer time.
function isTimeZone(name: string): boolean {
  if (name === "UTC") return true;
  if (!/^[A-Z][A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
