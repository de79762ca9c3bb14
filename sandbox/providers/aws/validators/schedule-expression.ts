import { text, type Value } from "../../values.ts";
import type { Findings } from "./findings.ts";

export type ScheduleForm = "at" | "cron" | "rate";

interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const FIELDS: readonly Field[] = [
  { name: "minutes", from: 0, to: 59 },
  { name: "hours", from: 0, to: 23 },
  { name: "day of month", from: 1, to: 31 },
  { name: "month", from: 1, to: 12, names: MONTHS },
  { name: "day of week", from: 1, to: 7, names: DAYS },
  { name: "year", from: 1970, to: 2199 },
];

/** `at(…)`, `cron(…)` of six fields and `rate(…)`, as EventBridge and Application Auto Scaling read them. */
export function checkSchedule(
  findings: Findings,
  path: string,
  value: Value | undefined,
  forms: readonly ScheduleForm[],
  code: string,
): void {
  const expression = text(value);
  if (expression === undefined) return;
  const parts = /^(at|cron|rate)\((.*)\)$/.exec(expression);
  const form = parts?.[1] as ScheduleForm | undefined;
  const problem = form === undefined || !forms.includes(form) ? "it is of another form" : problemOf(form, parts![2]!);
  if (problem === undefined) return;
  findings.refuse(
    path,
    expression,
    `${forms.map((name) => `${name}(…)`).join(", ")} in AWS's syntax`,
    `${code}: Invalid schedule expression, ${problem}`,
  );
}

export function checkTimeZone(findings: Findings, path: string, value: Value | undefined, code: string): void {
  const zone = text(value);
  if (zone === undefined) return;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
  } catch {
    findings.refuse(path, zone, "an IANA time zone such as Europe/Berlin", `${code}: Invalid time zone`);
  }
}

function problemOf(form: ScheduleForm, body: string): string | undefined {
  if (form === "at")
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(body) && !Number.isNaN(Date.parse(`${body}Z`))
      ? undefined
      : "at() takes yyyy-mm-ddThh:mm:ss";
  if (form === "rate") return rateProblem(body);
  const fields = body.split(" ");
  if (fields.length !== FIELDS.length) return `cron() takes 6 fields, this has ${fields.length}`;
  if ((fields[2] === "?") === (fields[4] === "?")) return "exactly one of day of month and day of week is ?";
  const bad = FIELDS.findIndex((field, i) => !isField(fields[i]!, field));
  return bad < 0 ? undefined : `${FIELDS[bad]!.name} is not valid`;
}

function rateProblem(body: string): string | undefined {
  const match = /^(\d+) (minute|hour|day)(s?)$/.exec(body);
  if (match === null || Number(match[1]) === 0) return "rate() takes a number over 0 and minutes, hours or days";
  return (Number(match[1]) === 1) === (match[3] === "") ? undefined : "the unit is singular for 1 and plural else";
}

function isField(value: string, field: Field): boolean {
  return value.split(",").every((part) => isPart(part, field));
}

function isPart(part: string, field: Field): boolean {
  if (part === "*") return true;
  if (part === "?") return field.name.startsWith("day");
  if (field.name === "day of month" && /^(L|LW|\d{1,2}W)$/.test(part)) return true;
  if (field.name === "day of week" && /^([A-Z]{3}|[1-7])?(L|#[1-5])$/.test(part)) return true;
  const [span = "", step, more] = part.split("/");
  if (more !== undefined || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (span === "*") return true;
  const ends = span.split("-");
  return ends.length <= 2 && ends.every((end) => isValue(end, field));
}

function isValue(end: string, { from, to, names }: Field): boolean {
  if (names?.includes(end) === true) return true;
  return /^\d+$/.test(end) && Number(end) >= from && Number(end) <= to;
}
