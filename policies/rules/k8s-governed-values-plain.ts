import { LABELLED_TYPES } from "../read/kubernetes/labels.ts";
import { unknownPaths } from "../read/unknown-paths.ts";
import { type Finding, resourceRule } from "../rule.ts";

/** Wired to other resources by their nature: no rule decides by them. */
const WIRED = [
  /\.env\[\d+\]\.value(?:From)?(?:\.|$)/,
  /\.(?:args|command)\[\d+\]$/,
  /\.annotations(?:\.|$)/,
  /\.(?:queueURL|awsRegion)$/,
  /\.(?:instanceProfile|subnetSelectorTerms|securityGroupSelectorTerms)(?:[.[]|$)/,
];
const GOVERNED = [
  ...LABELLED_TYPES,
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
  "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler",
  "kubernetes:core/v1:LimitRange",
  "kubernetes:core/v1:ResourceQuota",
  "kubernetes:core/v1:Service",
  "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass",
  "kubernetes:karpenter.sh/v1:NodePool",
  "kubernetes:keda.sh/v1alpha1:ScaledObject",
  "kubernetes:networking.k8s.io/v1:Ingress",
  "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  "kubernetes:policy/v1:PodDisruptionBudget",
];

export const k8sGovernedValuesPlain = resourceRule({
  id: "k8s-governed-values-plain",
  title: "What Kubernetes rules decide by is plain: a preview that does not know a value could not judge it.",
  severity: "high",
  remediation: "Take the value from the plan instead of another resource's output.",
  controls: ["wa:security"],
  types: GOVERNED,
  *check({ props }): Iterable<Finding> {
    const object = props as { readonly metadata?: unknown; readonly spec?: unknown };
    for (const path of [
      ...unknownPaths("metadata", () => object.metadata),
      ...unknownPaths("spec", () => object.spec),
    ]) {
      if (WIRED.some((pattern) => pattern.test(path))) continue;
      yield { what: path, got: "not known in preview", wanted: "a plain value", fix: "Take it from the plan." };
    }
  },
});
