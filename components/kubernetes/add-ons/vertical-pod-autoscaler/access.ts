import type { rbac } from "@pulumi/kubernetes/types/input.js";
import type { Access } from "../foundation/access.ts";
import type { Part, VerticalPodAutoscalerRecord } from "./args.ts";
import { workloadOf } from "./names.ts";

type Rule = rbac.v1.PolicyRule;
const READ = ["get", "list", "watch"];
const GROUP = "autoscaling.k8s.io";
const rule = (apiGroup: string, resources: string[], verbs: string[]): Rule => ({
  apiGroups: [apiGroup],
  resources,
  verbs,
});

/** What all three read: objects, their targets, pods and the limits of namespaces. */
const TARGETS: readonly Rule[] = [
  rule(GROUP, ["verticalpodautoscalers"], READ),
  rule("", ["pods", "nodes", "limitranges", "replicationcontrollers"], READ),
  rule("apps", ["daemonsets", "deployments", "replicasets", "statefulsets"], READ),
  rule("batch", ["jobs", "cronjobs"], READ),
];

/**
 * Least rights of each part. Narrower than upstream's: no webhook may be written (ours is made here), leases only in
 * the own namespace and by name, `scale` only of the custom targets that were named.
 */
export function accessOf(record: VerticalPodAutoscalerRecord, part: Part): Access {
  const { own, cluster } = RIGHTS[part];
  const targets = record.scaleTargets.map(({ apiGroup, resource }) =>
    rule(apiGroup, [`${resource}/scale`], ["get", "watch"]),
  );
  return { account: workloadOf(part), rules: own, clusterRules: [...TARGETS, ...targets, ...cluster] };
}

const RIGHTS: Readonly<Record<Part, { readonly own: readonly Rule[]; readonly cluster: readonly Rule[] }>> = {
  recommender: {
    own: leases("vpa-recommender-lease", ["get", "watch", "update"]),
    cluster: [
      rule("metrics.k8s.io", ["pods"], ["get", "list"]),
      rule("", ["events"], READ),
      rule("", ["namespaces"], ["get", "list"]),
      rule(GROUP, ["verticalpodautoscalers/status"], ["get", "patch"]),
      rule(GROUP, ["verticalpodautoscalercheckpoints"], [...READ, "create", "patch", "delete"]),
    ],
  },
  updater: {
    own: [
      ...leases(workloadOf("updater"), ["get", "watch", "update"]),
      {
        ...rule("coordination.k8s.io", ["leases"], ["get"]),
        resourceNames: [workloadOf("admission-controller")],
      },
    ],
    cluster: [
      rule("", ["events"], ["create", "patch", "update"]),
      rule("", ["pods/eviction"], ["create"]),
      rule("", ["pods", "pods/resize"], ["patch"]),
    ],
  },
  "admission-controller": {
    own: leases(workloadOf("admission-controller"), ["get", "update"]),
    cluster: [],
  },
};

/** One lease by name; that it may be made cannot be narrowed. */
function leases(name: string, verbs: string[]): Rule[] {
  return [
    rule("coordination.k8s.io", ["leases"], ["create"]),
    { ...rule("coordination.k8s.io", ["leases"], verbs), resourceNames: [name] },
  ];
}
