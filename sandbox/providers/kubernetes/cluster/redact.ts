import type { Diagnostic } from "@pyairtable/diagnostics";
import { type Properties, strings } from "../../values.ts";

const HIDDEN = "[secret]";
/** Shorter texts are parts of any message. */
const SHORTEST = 4;

/** The problems without what a Secret holds, plain or in base64; a webhook's message may repeat anything. */
export function redacted(problems: readonly Diagnostic[], object: Properties): Diagnostic[] {
  if (object.kind !== "Secret") return [...problems];
  const held = [...strings(object.data), ...strings(object.stringData)].map(({ value }) => value);
  const forms = held.flatMap((value) => [
    value,
    Buffer.from(value, "base64").toString("utf8"),
    Buffer.from(value, "utf8").toString("base64"),
  ]);
  const texts = [...new Set(forms)].filter(({ length }) => length >= SHORTEST).sort((a, b) => b.length - a.length);
  const hide = (text: string): string => texts.reduce((shown, value) => shown.replaceAll(value, HIDDEN), text);
  return problems.map((problem) => ({
    ...problem,
    path: hide(problem.path),
    got: hide(problem.got),
    wanted: hide(problem.wanted),
  }));
}
