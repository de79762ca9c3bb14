import { type Diagnostic, nearest } from "@pyairtable/diagnostics";
import { quotaNeeded } from "../resolve/kubernetes/namespaces.ts";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

const PARTS = ["cpuMillicores", "memoryMiB", "pods"] as const;

/** A quota set by hand names a domain and holds its services at their minimum, with one rolling update. */
export const quotaInvariant: Invariant = (subject) => {
  const { quotas, mode } = subject.config.kubernetes;
  if (mode === "off") return [];
  const here = effectiveEntries(subject).filter(({ runtime }) => runtime === "kubernetes");
  const domains = new Set(here.map(({ entry }) => entry.domain));
  return Object.entries(quotas).flatMap(([domain, quota]): Diagnostic[] => {
    const at = `platform.kubernetes.quotas.${domain}`;
    if (!domains.has(domain)) {
      const near = nearest(domain, [...domains]);
      const fix = near === undefined ? "Remove it." : `Rename it to ${near}.`;
      return [problem("quota-domain", at, domain, "a domain with services on Kubernetes", fix)];
    }
    const services = here.filter(({ entry, sizeName }) => entry.domain === domain && subject.sizeOf(sizeName));
    const needed = quotaNeeded(services, ({ min }) => min);
    return PARTS.flatMap((part): Diagnostic[] => {
      if (quota[part] >= needed[part]) return [];
      const fix = "Raise it, or leave the quota out: the platform computes it.";
      return [
        problem(
          "quota-small",
          `${at}.${part}`,
          quota[part],
          `at least ${needed[part]}, its services at their minimum and one rolling update`,
          fix,
        ),
      ];
    });
  });
};
