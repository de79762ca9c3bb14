import type { ObjectMeta } from "../kubernetes-types.ts";
import { KUBERNETES_PROVIDER, kindOf } from "../read/kubernetes/metadata.ts";
import { workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";
import { readOr } from "../unknown.ts";

const DEFAULT = "default";
/** Kinds that live in a namespace and serve a workload. */
const BESIDE = [
  "kubernetes:core/v1:ConfigMap",
  "kubernetes:core/v1:PersistentVolumeClaim",
  "kubernetes:core/v1:Secret",
  "kubernetes:core/v1:Service",
  "kubernetes:core/v1:ServiceAccount",
  "kubernetes:networking.k8s.io/v1:Ingress",
];

export const k8sNoDefaultNamespace = stackRule({
  id: "k8s-no-default-namespace",
  title: "Nothing runs in the namespace `default`, which has no quota, no policy and no owner.",
  severity: "medium",
  remediation: "Set metadata.namespace to the service's own namespace.",
  controls: ["cis-k8s:5.7.4", "cis-eks:4.5.2"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    const all = [...workloadsOf(graph), ...BESIDE.flatMap((type) => graph.ofType(type))];
    for (const at of all) {
      const { metadata } = at.props as { readonly metadata?: ObjectMeta };
      // One not known in preview is somebody's output, and so not the default.
      const got = readOr("elsewhere", () => metadata?.namespace) ?? DEFAULT;
      if (got !== DEFAULT) continue;
      yield {
        at,
        what: `namespace of ${kindOf(at)}`,
        got,
        wanted: "a namespace of its own",
        fix: "Set metadata.namespace.",
      };
    }
  },
});
