import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { objectLabels } from "../foundation/labels.ts";
import type { ArgoCdRecord, GitOpsService, TeamArgs } from "./args.ts";
import table from "./data/kinds.json" with { type: "json" };
import { IN_CLUSTER } from "./settings.ts";

const API_VERSION = "argoproj.io/v1alpha1";

/** A team's project: its repositories, its namespaces, the kinds a service is made of, its people. */
export function projectArgs(record: ArgoCdRecord, team: Required<TeamArgs>): CustomResourceArgs {
  const may = (action: string) => `p, proj:${team.name}:deployer, applications, ${action}, ${team.name}/*, allow`;
  return {
    apiVersion: API_VERSION,
    kind: "AppProject",
    metadata: metadata(record, team.name),
    spec: {
      description: `What ${team.name} deploys`,
      sourceRepos: [...team.repositories].sort(),
      destinations: [...team.namespaces].sort().map((namespace) => ({ server: IN_CLUSTER, namespace })),
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: table.deployed.map(({ group, kind }) => ({ group, kind })),
      orphanedResources: { warn: true },
      roles: [
        {
          name: "deployer",
          description: `Looks at and syncs what ${team.name} owns`,
          policies: [may("get"), may("sync")],
          groups: [...team.groups],
        },
      ],
    },
  };
}

/** Argo CD makes a project `default` that allows everything, unless one is there. This one allows nothing. */
export function closedProjectArgs(record: ArgoCdRecord): CustomResourceArgs {
  const { annotations, ...rest } = metadata(record, "default");
  return {
    apiVersion: API_VERSION,
    kind: "AppProject",
    metadata: { ...rest, annotations: { ...annotations, "pulumi.com/patchForce": "true" } },
    spec: {
      description: "Closed: every team has a project of its own",
      sourceRepos: [],
      destinations: [],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [],
    },
  };
}

/**
 * What Argo CD deploys of a service. Replicas are the autoscaler's: they are neither compared nor written, or the two
 * would undo each other.
 */
export function applicationArgs(record: ArgoCdRecord, service: GitOpsService): CustomResourceArgs {
  const { automated } = service;
  return {
    apiVersion: API_VERSION,
    kind: "Application",
    metadata: metadata(record, service.service),
    spec: {
      project: service.team,
      source: { repoURL: service.repository, path: service.path, targetRevision: service.revision },
      destination: { server: IN_CLUSTER, namespace: service.namespace },
      ignoreDifferences: [{ group: "apps", kind: "Deployment", jsonPointers: ["/spec/replicas"] }],
      revisionHistoryLimit: 5,
      syncPolicy: {
        ...(automated === null ? {} : { automated: { prune: automated.prune, selfHeal: automated.selfHeal } }),
        syncOptions: [
          "ApplyOutOfSyncOnly=true",
          "CreateNamespace=false",
          "PruneLast=true",
          "RespectIgnoreDifferences=true",
          "ServerSideApply=true",
        ],
      },
    },
  };
}

function metadata(record: ArgoCdRecord, name: string) {
  return { name, namespace: record.namespace, labels: objectLabels("argo-cd", record), annotations: {} };
}
