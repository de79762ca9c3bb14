/** `npm run generate`: writes the committed artefacts that differ; `--check` only lists them and exits 1. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateAll } from "./generate/lib/discover.ts";
import { staleFiles, writeFiles } from "./generate/lib/write.ts";
import { runCommand } from "./lib/command.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

await runCommand(async () => {
  const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
  const files = await generateAll(fileURLToPath(new URL("generate", import.meta.url)));
  const stale = staleFiles(ROOT, files);
  if (values.check) {
    for (const file of stale) console.error(`stale: ${file.path}`);
    if (stale.length > 0) console.error("run `npm run generate` and commit the result");
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    writeFiles(ROOT, stale);
    for (const file of stale) console.log(`wrote ${file.path}`);
  }
  console.log(`${files.length} generated files, ${stale.length} ${values.check ? "stale" : "written"}`);
});
