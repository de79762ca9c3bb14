import path from "node:path";
import type { Plan } from "@pyairtable/plan";
import { catalog, resolve } from "../../catalog/index.ts";
import { fromYamlFile } from "./stack-file.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** The plan of a stack as its file in `folder` (the repository by default) and the catalog say. */
export function loadPlan(stack: string, folder: string = ROOT): Plan {
  return resolve(fromYamlFile(stack, folder), catalog, stack);
}
