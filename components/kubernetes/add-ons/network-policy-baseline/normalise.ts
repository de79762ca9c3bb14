import { throwIfAny } from "@pyairtable/diagnostics";
import { checkName, normaliseCommon } from "../common-normalise.ts";
import { addOnReporter } from "../reporter.ts";
import type { NetworkPolicyBaselineArgs, NetworkPolicyBaselineRecord } from "./args.ts";

/** Where DNS, the network plugin and the control plane's own pods run. */
const SYSTEM: readonly string[] = ["kube-system", "kube-public", "kube-node-lease"];

/** Args to record; throws one `UserError` with all problems. */
export function normaliseNetworkPolicyBaseline(args: NetworkPolicyBaselineArgs): NetworkPolicyBaselineRecord {
  const report = addOnReporter("NetworkPolicyBaseline");
  const { tags } = normaliseCommon("network-policy-baseline", args, report);
  const namespaces = [...new Set(args.namespaces ?? ["default"])].sort();
  for (const [index, namespace] of namespaces.entries()) {
    checkName(`namespaces[${index}]`, namespace, report);
    report.unless(!SYSTEM.includes(namespace), {
      code: "system-namespace",
      path: `namespaces[${index}]`,
      got: namespace,
      wanted: "no namespace of the system: DNS would stop for the whole cluster",
      fix: "Remove it.",
    });
  }
  throwIfAny("NetworkPolicyBaseline", report.diagnostics);
  return { tags, namespaces };
}
