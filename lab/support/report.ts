import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Writes a file of a lab's report and returns its path as seen from the working folder. */
export type Save = (name: string, text: string) => string;

/** Writes into the folder of a lab's pictures and tables, which it makes. */
export function reportWriter(directory: string): Save {
  mkdirSync(directory, { recursive: true });
  return (name, text) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return relative(process.cwd(), path);
  };
}
