import type { FileSet } from "./file-set.ts";

const NEEDED = ["README.md", "index.ts", "args.ts"] as const;
/** Helpers of the components, no component themselves. */
const HELPERS: ReadonlySet<string> = new Set(["shared"]);
/** Rooms whose top level explains itself. */
const WITH_README = ["catalog", "components", "stacks", "policies", "sandbox", "lab", "bench", "functions"] as const;

export function incompleteRooms(files: FileSet): readonly string[] {
  const offences: string[] = [];
  for (const name of componentFolders(files)) {
    for (const file of HELPERS.has(name) ? ["README.md", "index.ts"] : NEEDED) {
      if (!files.has(`components/${name}/${file}`)) offences.push(`components/${name} has no ${file}`);
    }
  }
  for (const room of WITH_README) {
    const exists = [...files.keys()].some((path) => path.startsWith(`${room}/`));
    if (exists && !files.has(`${room}/README.md`)) offences.push(`${room} has no README.md`);
  }
  return offences;
}

function componentFolders(files: FileSet): readonly string[] {
  const names = [...files.keys()].flatMap((path) => /^components\/([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(names)].sort();
}
