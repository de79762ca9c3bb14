import type { Diagnostic } from "@pyairtable/diagnostics";
import type { AddOnName } from "@pyairtable/plan";
import { effectiveEntries, type Invariant, problem } from "./subject.ts";

/** What services on Kubernetes cannot do without is switched on. */
export const kubernetesAddOnInvariant: Invariant = (subject) => {
  const { mode, addOns } = subject.config.kubernetes;
  if (mode === "off") return [];
  const here = effectiveEntries(subject).filter(({ runtime }) => runtime === "kubernetes");
  const need = (addOn: AddOnName, who: string | undefined, what: string): Diagnostic[] => {
    if (who === undefined || addOns[addOn]) return [];
    const wanted = `true: ${who} ${what}`;
    const fix = `Turn ${addOn} on, or change ${who}.`;
    return [problem("add-on-needed", `platform.kubernetes.addOns.${addOn}`, false, wanted, fix)];
  };
  const first = (test: (one: (typeof here)[number]) => boolean) => here.find(test)?.entry.name;
  return [
    ...need(
      "keda",
      first(({ sleep }) => sleep !== null),
      "sleeps outside working hours",
    ),
    ...need(
      "external-secrets",
      first(({ entry }) => Object.keys(entry.secrets).length > 0),
      "reads secrets",
    ),
    ...need("metrics-server", here[0]?.entry.name, "scales on CPU and memory"),
    ...need(
      "vertical-pod-autoscaler",
      first(({ entry }) => entry.vertical !== undefined && entry.vertical.updateMode !== "Off"),
      "asks for vertical scaling",
    ),
  ];
};
