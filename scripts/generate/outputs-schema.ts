import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describeContract, platformJsonSchema } from "@pyairtable/outputs";
import { type GeneratedFile, MARKDOWN_NOTICE } from "./lib/generated-file.ts";

const FOLDER = "packages/outputs/schema";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The outputs contract as JSON schema and as a table for people. */
export function generate(): GeneratedFile[] {
  const schema = platformJsonSchema();
  return [
    formatted(`${FOLDER}/outputs.v1.schema.json`, JSON.stringify(schema)),
    formatted(`${FOLDER}/README.md`, table(String(schema.$id).split(":").at(-1)!)),
  ];
}

function table(version: string): string {
  const rows = describeContract().map(({ path, type, meaning }) => `| \`${path}\` | ${type} | ${meaning} |`);
  return `${MARKDOWN_NOTICE}

# Outputs contract ${version}

Every field is always there. Why and how it changes: ../README.md.

| field | type | meaning |
|---|---|---|
${rows.join("\n")}
`;
}

/** Laid out as the repository's formatter does, so that it and the generator agree. */
function formatted(path: string, content: string): GeneratedFile {
  const args = [`${ROOT}node_modules/.bin/biome`, "format", `--stdin-file-path=${path}`];
  return { path, content: execFileSync(process.execPath, args, { cwd: ROOT, input: content, encoding: "utf8" }) };
}
