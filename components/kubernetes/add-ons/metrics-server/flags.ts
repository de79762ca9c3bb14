import type { FlagRules } from "../foundation/flags.ts";
import { renderFlags } from "../foundation/flags.ts";
import { CERTIFICATE_KEYS } from "../serving-certificate/args.ts";
import type { MetricsServerRecord } from "./args.ts";
import table from "./data/flags.json" with { type: "json" };

export const PORT = 10250;
export const CERTIFICATE_PATH = "/etc/serving";
export const KUBELET_AUTHORITY_PATH = "/etc/kubelet-authority";
/** Authority of the cluster, which every pod is given with its token. */
const CLUSTER_AUTHORITY = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt";

export const FLAG_RULES: FlagRules = {
  known: table.flags,
  owned: {
    "cert-dir": "certificate",
    "kubelet-certificate-authority": "kubeletAuthority",
    "kubelet-preferred-address-types": "the component",
    "kubelet-use-node-status-port": "the component",
    "metric-resolution": "resolutionSeconds",
    "secure-port": "the component",
    "tls-cert-file": "certificate",
    "tls-min-version": "the component",
    "tls-private-key-file": "certificate",
  },
  insecure: {
    "authentication-skip-lookup": "leaves requests unauthenticated",
    "authentication-tolerate-lookup-failure": "treats every request as anonymous after a failure",
    "authorization-always-allow-paths": "answers without asking who calls",
    "contention-profiling": "opens profiling to whoever may call",
    "debug-socket-path": "opens profiling without authentication",
    "deprecated-kubelet-completely-insecure": "reads kubelets without encryption",
    "kubelet-insecure-tls": "trusts any kubelet",
    profiling: "opens profiling to whoever may call",
  },
};

/** The whole command line. Nodes are reached by their internal address, the one in every kubelet's certificate. */
export function flagsOf(record: MetricsServerRecord): string[] {
  const { kubeletAuthority } = record;
  return renderFlags(record.flags, {
    "kubelet-certificate-authority":
      kubeletAuthority === "cluster" ? CLUSTER_AUTHORITY : `${KUBELET_AUTHORITY_PATH}/${kubeletAuthority.key}`,
    "kubelet-preferred-address-types": "InternalIP",
    "kubelet-use-node-status-port": true,
    "metric-resolution": `${record.resolutionSeconds}s`,
    profiling: false,
    "secure-port": PORT,
    "tls-cert-file": `${CERTIFICATE_PATH}/${CERTIFICATE_KEYS.certificate}`,
    "tls-min-version": "VersionTLS12",
    "tls-private-key-file": `${CERTIFICATE_PATH}/${CERTIFICATE_KEYS.key}`,
  });
}
