/** The platform of a plan as an AWS CDK app with the AwsSolutions rules of cdk-nag. `PLAN` names the plan's JSON. */
import { readFileSync } from "node:fs";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { Plan } from "../../packages/plan/index.ts";
import { acknowledge } from "./acknowledged.ts";
import { ACCOUNT } from "./names.ts";
import { PlatformStack } from "./platform-stack.ts";

const planPath = process.env.PLAN;
if (planPath === undefined) throw new Error("PLAN must name the JSON file of a plan");
const plan = JSON.parse(readFileSync(planPath, "utf8")) as Plan;

const app = new App({
  context: { [`availability-zones:account=${ACCOUNT}:region=${plan.region}`]: plan.zones },
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
acknowledge(app, plan);
new PlatformStack(app, `${plan.project}-${plan.environment}`, {
  plan,
  env: { account: ACCOUNT, region: plan.region },
});
app.synth();
