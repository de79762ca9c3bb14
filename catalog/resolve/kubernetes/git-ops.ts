import type { GitOpsPlan } from "@pyairtable/plan";
import type { PlatformConfig } from "../../platform-config.ts";
import type { Effective } from "../effective.ts";
import { namespaceOf } from "./names.ts";

/** A project for every owner, and an application for each service of the owners that deploy by Argo CD. */
export function gitOpsOf(
  { kubernetes }: PlatformConfig,
  onKubernetes: readonly Effective[],
  environment: string,
): GitOpsPlan | null {
  const { gitOps, addOns, mode } = kubernetes;
  if (gitOps === null || !addOns["argo-cd"] || mode === "off") return null;
  const { host, repository, revision, path, owners } = gitOps;
  const byOwner = Map.groupBy(onKubernetes, ({ entry }) => entry.owner);
  return {
    host,
    repository,
    revision,
    teams: [...byOwner]
      .map(([name, services]) => ({
        name,
        namespaces: [...new Set(services.map(({ entry }) => namespaceOf(entry.domain)))].sort(),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    services: onKubernetes
      .filter(({ entry }) => owners.includes(entry.owner))
      .map(({ entry }) => ({
        service: entry.name,
        team: entry.owner,
        namespace: namespaceOf(entry.domain),
        path: path.replaceAll("{service}", entry.name).replaceAll("{environment}", environment),
      })),
  };
}
