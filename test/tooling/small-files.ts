import { type FileSet, isTest } from "./file-set.ts";

export const MOST_LINES = 300;
const COUNTED = /\.(?:ts|mts|js|mjs|sh|md|ya?ml)$|^\.ci\/run$/;

export function longFiles(files: FileSet): readonly string[] {
  return [...files]
    .filter(([path, text]) => COUNTED.test(path) && !/generated/i.test(text.slice(0, 300)))
    .map(([path, text]) => ({ path, lines: text.split("\n").length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines; ${MOST_LINES} is the most`);
}

/** Words that say a thing is not done. Written apart, so that this line is not found. */
const UNFINISHED = new RegExp(`\\b(?:${["TO", "FIX"].map((w) => w + (w === "TO" ? "DO" : "ME")).join("|")}|X{3})\\b`);
const SWITCHED_OFF = /\b(?:describe|it|context)\.(?:skip|only)\(|\bthis\.skip\(/;

/** Work left open, tests switched off, and tests run alone. */
export function unfinished(files: FileSet): readonly string[] {
  const offences: string[] = [];
  for (const [path, text] of files) {
    if (!/\.(?:m?[tj]s|md|ya?ml)$/.test(path)) continue;
    for (const [index, line] of text.split("\n").entries()) {
      if (UNFINISHED.test(line)) offences.push(`${path}:${index + 1} is left open: ${line.trim()}`);
      if (isTest(path) && SWITCHED_OFF.test(line)) offences.push(`${path}:${index + 1} switches a test off`);
    }
  }
  return offences;
}
