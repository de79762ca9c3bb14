import { POD_SECURITY_LABELS } from "@pyairtable/kubernetes-facts";
import { nameOf } from "../read/kubernetes/metadata.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const k8sNamespaceRestricted = resourceRule({
  id: "k8s-namespace-restricted",
  title: "Every namespace refuses pods that are not within the Pod Security Standard `restricted`.",
  severity: "critical",
  remediation: "Set the namespace's label pod-security.kubernetes.io/enforce to restricted, with a pinned version.",
  controls: ["cis-k8s:5.2.1", "pss:restricted", "nsa:pod-security"],
  config: { exempt: texts([], "Namespaces whose pods need more") },
  types: ["kubernetes:core/v1:Namespace"],
  check(resource, { exempt }) {
    if (exempt.includes(nameOf(resource))) return notApplicable("exempt by the stack's limits");
    return findings(resource.props.metadata?.labels ?? {});
  },
});

function* findings(labels: Readonly<Record<string, string>>): Iterable<Finding> {
  const { enforce, enforceVersion } = POD_SECURITY_LABELS;
  const level = labels[enforce];
  if (level !== "restricted")
    yield { what: enforce, got: level, wanted: "restricted", fix: "Set the label on the namespace." };
  const version = labels[enforceVersion];
  // `latest`, or none, changes what is refused on the day the cluster is upgraded.
  if (version === undefined || !/^v1\.\d+$/.test(version))
    yield { what: enforceVersion, got: version, wanted: "a version, such as v1.34", fix: "Pin it to the cluster's." };
}
