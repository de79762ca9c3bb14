import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ruleFiles } from "@pyairtable/monitoring";
import { type LabExpectation, type LabFigures, readLab, renderReport } from "@pyairtable/report";
import { labPlan, labSettings } from "../lab/monitoring/plan.ts";
import { whatIsPlayed } from "../lab/monitoring/report/run-record.ts";
import { ruleCatalogue } from "../policies/catalogue.ts";
import { CONTROL_PREFIXES } from "../policies/sentence.ts";
import { loadPlan } from "../stacks/config/load.ts";
import { optionsCommand } from "./lib/options-command.ts";
import { writeWhole } from "./lib/write-file.ts";

const ROOT = resolve(import.meta.dirname, "..");
const OPTIONS = {
  stack: { type: "string", value: "name", help: "the environment", default: "prod" },
  out: { type: "string", value: "folder", help: "where the page goes", default: "dist/report" },
  lab: { type: "string", value: "folder", help: "figures of the monitoring lab", default: "dist/lab/monitoring" },
} as const;

await optionsCommand(
  "report",
  "One page of an environment: cost, loss of Spot, monitoring, controls.",
  OPTIONS,
  (options) => {
    const plan = loadPlan(options.stack);
    const lab = readLab(textsOf(resolve(ROOT, options.lab)), expectation(), options.lab);
    const page = renderReport({
      plan,
      rules: ruleCatalogue,
      frameworks: CONTROL_PREFIXES,
      lab,
      labFolder: options.lab,
      madeAt: new Date().toISOString(),
    });
    const path = resolve(ROOT, options.out, `${options.stack}.html`);
    writeWhole(path, page);
    process.stdout.write(`${labLine(lab, options.lab)}\n${relative(process.cwd(), path)}\n`);
  },
);

/** JSON files of a lab's folder by name; none where there is no folder. */
function textsOf(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** What the lab of this checkout would play. */
function expectation(): LabExpectation {
  const plan = labPlan(loadPlan("prod"), loadPlan("prod-eks"));
  return whatIsPlayed(plan, ruleFiles(plan, labSettings(plan)));
}

function labLine(lab: LabFigures | null, folder: string): string {
  if (lab === null) return `no figures of the monitoring lab in ${folder}: \`npm run lab:monitoring\` makes them`;
  const form = lab.run.short ? "short" : "full";
  return `monitoring lab of ${lab.run.startedAt.slice(0, 16).replace("T", " ")} UTC in its ${form} form${lab.otherRules ? "; rules have changed since" : ""}`;
}
