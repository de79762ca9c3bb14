import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Measured, measure } from "./measure.ts";
import { CDK_FOLDER, CHECKOUT, WORK_FOLDER } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

/** One of the two programs that are measured side by side. */
export interface Side {
  readonly name: string;
  /** Runs once; `resources` is what its own result says. */
  run(workspace: Workspace): Promise<Measured & { readonly resources: number }>;
}

/** `pulumi preview` with the policy pack, through the sandbox: engine, program, providers and analyzer. */
export const PULUMI: Side = {
  name: "pulumi preview + policies",
  async run({ project, policyPack, limits }) {
    const cli = join(CHECKOUT, "sandbox", "cli.ts");
    const preview = ["preview", "--stack", "prod", "--non-interactive", "--cwd", project];
    const measured = await measure({
      command: "node",
      args: [cli, ...preview, "--policy-pack", policyPack, "--policy-pack-config", limits],
      cwd: CHECKOUT,
      env: { ...process.env, NO_COLOR: "1", PYAIRTABLE_SANDBOX_DIR: join(WORK_FOLDER, "sandbox") },
    });
    return { ...measured, resources: createdResources(measured.output) };
  },
};

/** `cdk synth` with cdk-nag: CLI, app and validation plugins. */
export const CDK: Side = {
  name: "cdk synth + cdk-nag",
  async run({ project, plan }) {
    const out = join(project, "cdk.out");
    const measured = await measure({
      command: join(CDK_FOLDER, "node_modules", ".bin", "cdk"),
      args: ["synth", "--quiet", "--output", out],
      cwd: CDK_FOLDER,
      env: {
        ...process.env,
        NO_COLOR: "1",
        PLAN: plan,
        CDK_DISABLE_VERSION_CHECK: "1",
        CDK_DISABLE_CLI_TELEMETRY: "true",
        NODE_COMPILE_CACHE: join(WORK_FOLDER, "compile-cache"),
      },
    });
    return { ...measured, resources: templateResources(out) };
  },
};

export function createdResources(output: string): number {
  const count = /^\s*\+ (\d+) to create$/m.exec(output)?.[1];
  if (count === undefined) throw new Error(`the preview names no number of resources:\n${output.slice(-2000)}`);
  return Number(count);
}

function templateResources(folder: string): number {
  const templates = readdirSync(folder).filter((name) => name.endsWith(".template.json"));
  return templates.reduce((sum, name) => {
    const { Resources } = JSON.parse(readFileSync(join(folder, name), "utf8")) as { Resources: object };
    return sum + Object.keys(Resources).length;
  }, 0);
}
