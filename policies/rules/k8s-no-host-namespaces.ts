import { podRule } from "../pod-rule.ts";

export const k8sNoHostNamespaces = podRule({
  id: "k8s-no-host-namespaces",
  title: "No pod shares the network, processes or memory of its node.",
  severity: "critical",
  remediation: "Remove hostNetwork, hostPID and hostIPC; exempt the node agent that can't do without.",
  controls: [
    "cis-k8s:5.2.3",
    "cis-k8s:5.2.4",
    "cis-k8s:5.2.5",
    "cis-eks:4.2.2",
    "cis-eks:4.2.3",
    "cis-eks:4.2.4",
    "pss:baseline",
    "nsa:pod-security",
  ],
  *check({ pod }) {
    for (const key of ["hostNetwork", "hostPID", "hostIPC"] as const) {
      if (pod[key] === true) yield { what: key, got: true, wanted: "false", fix: `Remove ${key}.` };
    }
  },
});
