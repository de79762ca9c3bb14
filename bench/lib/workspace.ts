import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalog, resolve } from "../../catalog/index.ts";
import { fromYamlFile } from "../../stacks/config/stack-file.ts";
import { multiplyCatalog } from "./multiply-catalog.ts";
import { CHECKOUT, WORK_FOLDER } from "./paths.ts";
import { scaledLimits } from "./scaled-limits.ts";

/** One size of the platform, ready for both sides. */
export interface Workspace {
  readonly copies: number;
  readonly services: number;
  /** Pulumi project: the repository's own files around `copies` catalogs. */
  readonly project: string;
  /** The policy pack with the names of these services. */
  readonly policyPack: string;
  readonly limits: string;
  /** The plan as JSON, what the CDK app reads. */
  readonly plan: string;
}

const STACK = "prod";

export function makeWorkspace(copies: number): Workspace {
  const project = join(WORK_FOLDER, `x${copies}`);
  const services = multiplyCatalog(catalog, copies);
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  for (const file of ["Pulumi.yaml", `Pulumi.${STACK}.yaml`]) cpSync(join(CHECKOUT, file), join(project, file));
  writeFileSync(join(project, "index.ts"), program(copies));
  const policyPack = join(project, "policies");
  cpSync(join(CHECKOUT, "policies"), policyPack, {
    recursive: true,
    filter: (path) => !/\.test\.ts$|\/(?:test|node_modules)(?:\/|$)/.test(path),
  });
  writeJson(join(policyPack, "data", "catalog.generated.json"), {
    services: Object.fromEntries(
      services.map(({ name, tier, owner, costCenter, runtime }) => [name, { tier, owner, costCenter, runtime }]),
    ),
  });
  const limits = join(project, "limits.json");
  const own = readFileSync(join(CHECKOUT, "policies", "limits", `${STACK}.json`), "utf8");
  writeJson(limits, scaledLimits(JSON.parse(own), copies));
  const plan = join(project, "plan.json");
  writeJson(plan, resolve(fromYamlFile(STACK, CHECKOUT), services, STACK));
  return { copies, services: services.length, project, policyPack, limits, plan };
}

/** The repository's `index.ts`, line for line, but for the number of catalogs. */
function program(copies: number): string {
  return `import { quickStart, reportUserErrors } from "../../../stacks/runtime.ts";

quickStart();
const { runCopies } = await import("../../../bench/program/run-copies.ts");

export default () => reportUserErrors(() => runCopies(${copies}));
`;
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}
