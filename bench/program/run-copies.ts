import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import * as pulumi from "@pulumi/pulumi";
import { catalog, resolve } from "../../catalog/index.ts";
import { compose, type StackOutputs } from "../../stacks/compose.ts";
import { fromPulumiConfig } from "../../stacks/config/from-pulumi.ts";
import { awsProvider } from "../../stacks/provider.ts";
import { multiplyCatalog } from "../lib/multiply-catalog.ts";

/** The platform's own program with `copies` catalogs; every step is `stacks/run.ts`'s. */
export async function runCopies(copies: number): Promise<StackOutputs> {
  const plan = resolve(fromPulumiConfig(), multiplyCatalog(catalog, copies), pulumi.getStack());
  const provider = awsProvider(plan);
  const { accountId } = await getCallerIdentity({}, { provider });
  return await compose(plan, { provider, accountId });
}
