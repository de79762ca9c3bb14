import { catalog } from "../../catalog/index.ts";
import { generate as generateTaggable } from "../../policies/data/generate-taggable.ts";
import type { GeneratedFile } from "./lib/generated-file.ts";

/** What the policy pack knows of the catalog and of the provider: data, since the pack imports neither. */
export async function generate(): Promise<GeneratedFile[]> {
  return [catalogNames(), ...(await generateTaggable())];
}

function catalogNames(): GeneratedFile {
  const services = Object.fromEntries(
    [...catalog]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, tier, owner, costCenter, runtime }) => [name, { tier, owner, costCenter, runtime }]),
  );
  const content = { source: "catalog/", services };
  return { path: "policies/data/catalog.generated.json", content: `${JSON.stringify(content, null, 1)}\n` };
}
