import { Provider } from "@pulumi/aws/provider.js";
import type { Plan } from "@pyairtable/plan";

/**
 * The one AWS provider of the stack, passed down explicitly. Default tags are the safety net for what AWS
 * makes on its own account; each resource carries its tags in its own arguments too.
 */
export function awsProvider(plan: Plan): Provider {
  return new Provider("aws", { region: plan.region, defaultTags: { tags: { ...plan.tags } } });
}
