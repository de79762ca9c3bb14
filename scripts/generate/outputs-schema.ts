import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  describeContract,
  KUBERNETES_OUTPUT,
  kubernetesJsonSchema,
  PLATFORM_OUTPUT,
  platformJsonSchema,
} from "@pyairtable/outputs";
import { type GeneratedFile, MARKDOWN_NOTICE } from "./lib/generated-file.ts";

const FOLDER = "packages/outputs/schema";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The outputs contracts as JSON schemas and as tables for people. */
export function generate(): GeneratedFile[] {
  const contracts = [
    { title: "Outputs contract", output: PLATFORM_OUTPUT, schema: platformJsonSchema(), file: "outputs" },
    { title: "Kubernetes contract", output: KUBERNETES_OUTPUT, schema: kubernetesJsonSchema(), file: "kubernetes" },
  ];
  const tables = contracts.map(({ title, output, schema }) => table(title, output, schema));
  return [
    ...contracts.map(({ file, schema }) => formatted(`${FOLDER}/${file}.v1.schema.json`, JSON.stringify(schema))),
    formatted(`${FOLDER}/README.md`, [MARKDOWN_NOTICE, INTRODUCTION, ...tables].join("\n\n")),
  ];
}

const INTRODUCTION = `# Contracts of the stack outputs

Every field is always there. Why and how they change: ../README.md.`;

function table(title: string, output: string, schema: ReturnType<typeof platformJsonSchema>): string {
  const rows = describeContract(schema, output).map(
    ({ path, type, meaning }) => `| \`${path}\` | ${type} | ${meaning} |`,
  );
  return `## ${title} ${String(schema.$id).split(":").at(-1)}

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
