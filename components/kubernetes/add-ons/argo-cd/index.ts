/** Deployment by GitOps. */

export { ArgoCd } from "./argo-cd.ts";
export type { ArgoCdArgs, ArgoCdTransform, GitOpsServiceArgs, SignInArgs, TeamArgs } from "./args.ts";
export { type GitOpsTeam, gitOpsFromPlan } from "./from-plan.ts";
export { servicesLeftToPulumi } from "./ownership.ts";
