import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PROVIDER = dirname(fileURLToPath(import.meta.resolve("@pulumi/aws/package.json")));
const TOKEN = /static __pulumiType = '([^']+)'/;

/** Which resource types take `tags`, read from the provider's own declarations: never a list written by hand. */
export async function generate(): Promise<{ path: string; content: string }[]> {
  const taggable: string[] = [];
  const untaggable: string[] = [];
  for (const file of await declarations()) {
    const token = TOKEN.exec(readFileSync(file.replace(/\.d\.ts$/, ".js"), "utf8"))?.[1];
    if (token === undefined) continue;
    (takesTags(readFileSync(file, "utf8")) ? taggable : untaggable).push(token);
  }
  const { version } = JSON.parse(readFileSync(join(PROVIDER, "package.json"), "utf8")) as { version: string };
  // Map and list form (`[{ key, value }]`, as Auto Scaling groups have) both count: the rules read either.
  const content = { source: `@pulumi/aws ${version}`, taggable: taggable.sort(), untaggable: untaggable.sort() };
  return [{ path: "policies/data/taggable.generated.json", content: `${JSON.stringify(content, null, 1)}\n` }];
}

async function declarations(): Promise<string[]> {
  const names = await readdir(PROVIDER, { recursive: true });
  const resource = (name: string) =>
    name.includes("/") && name.endsWith(".d.ts") && !/^(node_modules|types)\//.test(name);
  return names.filter(resource).map((name) => join(PROVIDER, name));
}

/** True where the resource's `…Args` interface has a `tags` of its own. */
function takesTags(declaration: string): boolean {
  const args = /export interface \w+Args \{([\s\S]*?)\n\}/.exec(declaration)?.[1] ?? "";
  return /^ {4}tags\?: pulumi\.Input</m.test(args);
}
