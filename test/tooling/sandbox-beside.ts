import { type FileSet, isTest } from "./file-set.ts";

const PROGRAM = /^(?:index\.ts|Pulumi[^/]*\.yaml|(?:catalog|components|stacks|policies|functions|packages|examples)\/)/;
const COMMENT = /^\s*(?:\/\/|\/?\*|#)/;

/** Lines of the program that know of the sandbox: the same program runs with a real account. */
export function sandboxMentions(files: FileSet): readonly string[] {
  const offences: string[] = [];
  for (const [path, text] of files) {
    if (!PROGRAM.test(path) || isTest(path) || !/\.(?:ts|mts|js|mjs|ya?ml)$/.test(path)) continue;
    for (const [index, line] of text.split("\n").entries()) {
      if (/sandbox/i.test(line) && !COMMENT.test(line)) offences.push(`${path}:${index + 1} ${line.trim()}`);
    }
  }
  return offences;
}

/** Readers of `pulumi.Config` outside the one that validates it. */
export function configReaders(files: FileSet): readonly string[] {
  return [...files]
    .filter(([path]) => /^(?:index\.ts|(?:catalog|components|stacks|functions)\/)/.test(path) && path.endsWith(".ts"))
    .filter(([path]) => !path.startsWith("stacks/config/") && !isTest(path))
    .filter(([, text]) => /\bnew\s+(?:pulumi\.)?Config\(/.test(text))
    .map(([path]) => `${path} reads pulumi.Config; only stacks/config does`);
}
