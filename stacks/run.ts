import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import * as pulumi from "@pulumi/pulumi";
import type { PlatformOutputValues } from "@pyairtable/outputs";
import { catalog, resolve } from "../catalog/index.ts";
import { compose } from "./compose.ts";
import { fromPulumiConfig } from "./config/from-pulumi.ts";
import { awsProvider } from "./provider.ts";

/** Config and catalog → plan → resources → outputs, for the stack the engine runs. */
export async function runStack(): Promise<PlatformOutputValues> {
  const plan = resolve(fromPulumiConfig(), catalog, pulumi.getStack());
  const provider = awsProvider(plan);
  const { accountId } = await getCallerIdentity({}, { provider });
  return compose(plan, { provider, accountId });
}
