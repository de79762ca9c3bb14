import { type FileSet, isTest } from "./file-set.ts";

const CODE = /\bcode: "([a-z]+\.[a-z-]+)"/g;

/** Codes that the program can report and the errors page does not explain. */
export function unlistedCodes(files: FileSet, listed: ReadonlySet<string>): readonly string[] {
  const offences: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith(".ts") || isTest(path) || /(?:^|\/)test(?:ing)?\//.test(path)) continue;
    for (const [, code] of text.matchAll(CODE)) {
      if (!listed.has(code!)) offences.push(`${path}: ${code} is in no error-codes.json`);
    }
  }
  return offences;
}
