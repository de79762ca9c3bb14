import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { type StackFinding, stackRule } from "../rule.ts";

/** Groups of the API server itself; other groups under k8s.io are add-ons'. */
const BUILT_IN =
  /^kubernetes:(?:apps|autoscaling|batch|core|extensions|policy|(?:admissionregistration|apiextensions|apiregistration|certificates|coordination|discovery|events|flowcontrol\.apiserver|networking|node|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io)\/(v\d+(?:alpha|beta)\d+):/;

export const k8sApiVersionStable = stackRule({
  id: "k8s-api-version-stable",
  title: "Objects of built-in kinds are of stable API versions: alphas and betas go away with an upgrade.",
  severity: "medium",
  remediation: "Use the stable version of the kind, such as policy/v1 or autoscaling/v2.",
  controls: ["wa:reliability", "nsa:upgrading"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    for (const at of graph.resources) {
      const version = BUILT_IN.exec(at.type)?.[1];
      if (version === undefined) continue;
      yield {
        at,
        what: "API version",
        got: version,
        wanted: "a stable one, such as v1",
        fix: "Use the stable version.",
      };
    }
  },
});
