import { podRule } from "../pod-rule.ts";
import { containersOf } from "../read/kubernetes/workloads.ts";

/** Volume kinds that the Pod Security Standard `restricted` admits; hostPath has a rule of its own. */
const VOLUMES: ReadonlySet<string> = new Set(
  "configMap csi downwardAPI emptyDir ephemeral hostPath image persistentVolumeClaim projected secret".split(" "),
);
/** What it admits of kernel settings. */
const SYSCTLS: ReadonlySet<string> = new Set(
  `kernel.shm_rmid_forced net.ipv4.ip_local_port_range net.ipv4.ip_unprivileged_port_start net.ipv4.tcp_syncookies
  net.ipv4.ping_group_range net.ipv4.ip_local_reserved_ports net.ipv4.tcp_keepalive_time net.ipv4.tcp_fin_timeout
  net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes`.split(/\s+/),
);

export const k8sPodWithinRestricted = podRule({
  id: "k8s-pod-within-restricted",
  title: "Volumes, kernel settings, /proc and AppArmor are within the Pod Security Standard `restricted`.",
  severity: "medium",
  remediation: "Remove what the namespace's API server would refuse the pod for.",
  controls: ["cis-k8s:5.2.1", "cis-k8s:5.2.11", "pss:restricted", "nsa:pod-security"],
  *check({ pod }) {
    const fix = "Remove it: the namespace refuses such pods.";
    for (const { name, ...kinds } of pod.volumes ?? []) {
      const other = Object.keys(kinds).find((kind) => !VOLUMES.has(kind));
      if (other !== undefined)
        yield { what: `kind of volume ${name}`, got: other, wanted: [...VOLUMES].join(", "), fix };
    }
    for (const { name } of pod.securityContext?.sysctls ?? []) {
      if (!SYSCTLS.has(name)) yield { what: "sysctl", got: name, wanted: "one that `restricted` admits", fix };
    }
    const contexts = containersOf(pod).map(({ spec, title }) => ({ title, context: spec.securityContext }));
    for (const { title, context } of [{ title: "the pod", context: pod.securityContext }, ...contexts]) {
      if (context?.appArmorProfile?.type === "Unconfined")
        yield { what: `AppArmor profile of ${title}`, got: "Unconfined", wanted: "RuntimeDefault or Localhost", fix };
      if (context?.windowsOptions?.hostProcess === true)
        yield { what: `host process of ${title}`, got: true, wanted: "false", fix };
      const { procMount = "Default" } = (context ?? {}) as { readonly procMount?: string };
      if (procMount !== "Default") yield { what: `procMount of ${title}`, got: procMount, wanted: "Default", fix };
    }
  },
});
