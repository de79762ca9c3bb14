import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import * as pulumi from "@pulumi/pulumi";
import { type Plan, usesAws } from "@pyairtable/plan";
import { catalog, resolve } from "../catalog/index.ts";
import { type AwsAccount, compose, type StackOutputs } from "./compose.ts";
import { fromPulumiConfig } from "./config/from-pulumi.ts";
import { awsProvider } from "./provider.ts";

/** Config and catalog → plan → resources → outputs, for the stack the engine runs. */
export async function runStack(): Promise<StackOutputs> {
  const plan = resolve(fromPulumiConfig(), catalog, pulumi.getStack());
  return await compose(plan, usesAws(plan) ? await awsAccount(plan) : null);
}

async function awsAccount(plan: Plan): Promise<AwsAccount> {
  const provider = awsProvider(plan);
  const { accountId } = await getCallerIdentity({}, { provider });
  return { provider, accountId };
}
