import { ADD_ON_NAMES, type AddOnName, type AddOnPlan } from "@pyairtable/plan";
import type { PlatformConfig } from "../../platform-config.ts";

const WHY: Readonly<Record<AddOnName, string>> = {
  "argo-cd": "teams that deploy by GitOps",
  "external-secrets": "secrets reach pods from the secret store, never through state",
  karpenter: "nodes follow the pods, Spot first",
  keda: "replicas follow queues and the clock",
  "metrics-server": "the horizontal autoscaler reads CPU and memory from it",
  "network-policy-baseline": "add-ons are closed like services",
  "prometheus-operator": "ServiceMonitors need its resource types",
  "vertical-pod-autoscaler": "recommends sizes beside the catalog's",
};

/** Every add-on with its switch; all off without a cluster. Karpenter makes AWS instances, so only on EKS. */
export function addOnsOf({ kubernetes }: PlatformConfig): Record<AddOnName, AddOnPlan> {
  return Object.fromEntries(
    ADD_ON_NAMES.map((name) => {
      if (kubernetes.mode === "off") return [name, { enabled: false, why: "kubernetes.mode is off" }];
      if (name === "karpenter" && kubernetes.mode !== "eks")
        return [name, { enabled: false, why: "left out: AWS only" }];
      const wish = kubernetes.addOns[name];
      if (wish === "theirs") return [name, { enabled: false, why: "there already: the cluster's owner keeps it" }];
      const enabled = wish;
      return [name, { enabled, why: enabled ? WHY[name] : "switched off in platform.kubernetes.addOns" }];
    }),
  ) as Record<AddOnName, AddOnPlan>;
}
