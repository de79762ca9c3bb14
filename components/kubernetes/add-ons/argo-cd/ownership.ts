import type { GitOpsServiceArgs } from "./args.ts";

/** Services that Pulumi still makes: all but those Argo CD owns. Two owners of one Deployment would undo each other. */
export function servicesLeftToPulumi<Service extends { readonly name: string }>(
  services: readonly Service[],
  gitOps: readonly Pick<GitOpsServiceArgs, "service">[],
): Service[] {
  const owned = new Set(gitOps.map(({ service }) => service));
  return services.filter(({ name }) => !owned.has(name));
}
