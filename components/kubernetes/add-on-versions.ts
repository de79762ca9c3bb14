import { ADD_ON_NAMES, type AddOnName } from "@pyairtable/plan";
import { VERSIONS } from "./add-ons/index.ts";
import { KARPENTER_ACCOUNT, KARPENTER_VERSION } from "./eks/index.ts";

export interface InstalledAddOn {
  /** Upstream's version; null where nothing comes from outside. */
  readonly version: string | null;
  /** Where its pods are; null where it has none. */
  readonly namespace: string | null;
}

const WITHOUT_PODS: ReadonlySet<AddOnName> = new Set(["network-policy-baseline", "prometheus-operator"]);

/** What this program installs of each add-on. */
export function addOnVersions(): Record<AddOnName, InstalledAddOn> {
  const of = (name: AddOnName): InstalledAddOn =>
    name === "karpenter"
      ? { version: KARPENTER_VERSION, namespace: KARPENTER_ACCOUNT.namespace }
      : { version: VERSIONS[name].appVersion, namespace: WITHOUT_PODS.has(name) ? null : name };
  return Object.fromEntries(ADD_ON_NAMES.map((name) => [name, of(name)])) as Record<AddOnName, InstalledAddOn>;
}
