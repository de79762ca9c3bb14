import { type Diagnostic, show, throwIfAny } from "@pyairtable/diagnostics";
import type * as z from "zod";
import { LAB_FILES, type LabFigures, type LabRun } from "./figures.ts";

/** What the code that asks would play: digests as the lab writes them into `run.json`. */
export interface LabExpectation {
  readonly scenario: string;
  readonly rules: string;
}

const AGAIN = "Run `npm run lab:monitoring` again, or remove the folder.";
const SUBJECT = "Figures of the monitoring lab";

/**
 * The files of a run as figures. `texts` holds the folder's JSON files by name; none at all is null: no run.
 * Throws one `UserError` for files that are missing, broken or of another scenario; `folder` names them in it.
 */
export function readLab(
  texts: ReadonlyMap<string, string>,
  expected: LabExpectation,
  folder: string,
): LabFigures | null {
  if (texts.size === 0) return null;
  const problems: Diagnostic[] = [];
  const run = parsed(LAB_FILES.run, texts, folder, problems) as LabRun | null;
  throwIfAny(SUBJECT, problems);
  if (run!.scenario !== expected.scenario) {
    problems.push({
      code: "report.lab-stale",
      path: `${folder}/run.json: scenario`,
      got: `${show(run!.scenario)} of a run on ${run!.startedAt.slice(0, 10)}`,
      wanted: `${show(expected.scenario)}, the scenario and services of this checkout`,
      fix: AGAIN,
    });
  }
  throwIfAny(SUBJECT, problems);
  const figures = Object.entries(LAB_FILES).map(([key, file]) => {
    const left = key !== "verdicts" && !run!.files.includes(file[0]);
    return [key, key === "run" ? run : left ? null : parsed(file, texts, folder, problems)];
  });
  throwIfAny(SUBJECT, problems);
  return { ...(Object.fromEntries(figures) as LabFigures), otherRules: run!.rules !== expected.rules };
}

function parsed(
  [file, schema]: readonly [string, z.ZodType],
  texts: ReadonlyMap<string, string>,
  folder: string,
  problems: Diagnostic[],
): unknown {
  const path = `${folder}/${file}`;
  const text = texts.get(file);
  if (text === undefined) {
    const wanted = `${file} of a run that ended`;
    problems.push({ code: "report.lab-file", path, got: "no such file", wanted, fix: AGAIN });
    return null;
  }
  const value = jsonOf(text);
  if (value === undefined) {
    problems.push({ code: "report.lab-file", path, got: show(text.slice(0, 60)), wanted: "JSON", fix: AGAIN });
    return null;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  problems.push(...result.error.issues.map((issue) => toDiagnostic(issue, path, value)));
  return null;
}

function toDiagnostic({ path, message }: z.core.$ZodIssue, file: string, root: unknown): Diagnostic {
  const got = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], root);
  const wanted = message.replace(/^Invalid (?:input|option): /, "");
  const at = path.length === 0 ? file : `${file}: ${path.map(String).join(".")}`;
  return { code: "report.lab-file", path: at, got: show(got), wanted, fix: AGAIN };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
