import type { FileSet } from "./file-set.ts";

/** Text that holds on one machine only. Patterns are written so that they don't match themselves. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a path of one machine", pattern: /(?<![\w.~/*-])\/(?:work\/(?:main|shared)|root|home\/\w+|Users\/\w+)\b/ },
  {
    what: "a registry host",
    pattern:
      /\b(?:registry\.(?:npmjs|yarnpkg|npmmirror)\.\w+|(?:proxy|sum)\.golang\.org|(?:files\.pythonhosted|pypi)\.org)\b/,
  },
  { what: "a lock file entry with its host", pattern: /"resolved": "https?:/ },
];

export function unportableText(files: FileSet): readonly string[] {
  const offences: string[] = [];
  for (const [path, text] of files) {
    for (const [index, line] of text.split("\n").entries()) {
      for (const { what, pattern } of FORBIDDEN) {
        if (pattern.test(line)) offences.push(`${path}:${index + 1} holds ${what}`);
      }
    }
  }
  return offences;
}
