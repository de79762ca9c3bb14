/** `npm run pack:components`: the components and what they import, as JavaScript packages under `dist/npm/`. */
import { fileURLToPath } from "node:url";
import { packComponents } from "./pack/pack.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
for (const { name, folder, files } of packComponents(ROOT, `${ROOT}dist/npm`)) {
  console.log(`${name}: ${files} files in ${folder.slice(ROOT.length)}`);
}
