import { costTags } from "@pyairtable/plan";
import { type MockWorld, nothingComputed } from "../../shared/test-mocks.ts";
import type { NamespaceArgs } from "./args.ts";

/** Type tokens of what this room makes. */
export const TYPES = {
  binding: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
  limits: "kubernetes:core/v1:LimitRange",
  namespace: "kubernetes:core/v1:Namespace",
  policy: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  priority: "kubernetes:scheduling.k8s.io/v1:PriorityClass",
  quota: "kubernetes:core/v1:ResourceQuota",
} as const;
export const COMPONENTS = {
  namespace: "pyairtable:kubernetes:Namespace",
  priorities: "pyairtable:kubernetes:PriorityClasses",
} as const;

/** Every type this room may make, and no function: a call is a defect. */
export const WORLD: MockWorld = {
  types: Object.fromEntries(
    [...Object.values(TYPES), ...Object.values(COMPONENTS)].map((token) => [token, nothingComputed]),
  ),
};

export const TAGS = costTags({
  project: "pyairtable",
  environment: "prod",
  service: "platform",
  owner: "team-platform",
  costCenter: "cc-1000",
});

export function namespaceArgs(over: Partial<NamespaceArgs> = {}): NamespaceArgs {
  return {
    name: "pyairtable-records",
    domain: "records",
    tags: TAGS,
    kubernetesVersion: "1.34",
    quota: { cpuMillicores: 12_000, memoryMiB: 24_576, pods: 48 },
    limitRange: { defaultCpuMillicores: 100, defaultMemoryMiB: 128, maxCpuMillicores: 2000, maxMemoryMiB: 8192 },
    viewers: ["team-records"],
    ...over,
  };
}
