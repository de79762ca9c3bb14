import { COMMON } from "../test-world.ts";
import type { ArgoCdArgs, GitOpsServiceArgs, TeamArgs } from "./args.ts";

export const RECORDS = "https://git.example.com/records/deploy";

export const TEAM: TeamArgs = {
  name: "team-records",
  namespaces: ["workspaces", "records"],
  repositories: [RECORDS],
  groups: ["records-engineers"],
};

export const SERVICE: GitOpsServiceArgs = {
  service: "record-service",
  team: "team-records",
  namespace: "records",
  repository: RECORDS,
  path: "services/record-service/production",
  revision: "production",
};

/** One team that deploys one service. */
export function testArgs(over: Partial<ArgoCdArgs> = {}): ArgoCdArgs {
  return { ...COMMON, host: "argocd.example.com", teams: [TEAM], services: [SERVICE], ...over };
}
