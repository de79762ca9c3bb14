import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { GeneratedFile, Generator } from "./generated-file.ts";

/** Calls every generator of a folder, in order of their names. A module without `generate`, or two that claim one path, are our bug. */
export async function generateAll(folder: string): Promise<readonly GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  const claimed = new Map<string, string>();
  for (const name of generatorNames(folder)) {
    const module = (await import(pathToFileURL(join(folder, name)).href)) as Partial<Generator>;
    if (typeof module.generate !== "function") throw new Error(`${name} exports no generate()`);
    for (const file of await module.generate()) {
      const other = claimed.get(file.path);
      if (other !== undefined) throw new Error(`${name} and ${other} both generate ${file.path}`);
      claimed.set(file.path, name);
      files.push(file);
    }
  }
  return files;
}

function generatorNames(folder: string): readonly string[] {
  return globSync("*.ts", { cwd: folder })
    .filter((name) => !name.endsWith(".test.ts"))
    .sort();
}
