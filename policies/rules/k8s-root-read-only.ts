import { containerRule } from "../pod-rule.ts";

export const k8sRootReadOnly = containerRule({
  id: "k8s-root-read-only",
  title: "Containers can't write to their root file system.",
  severity: "high",
  remediation: "Set securityContext.readOnlyRootFilesystem; mount an emptyDir where the program writes.",
  controls: ["cis-k8s:5.7.3", "nsa:pod-security"],
  *check({ spec, title }) {
    const got = spec.securityContext?.readOnlyRootFilesystem;
    if (got === true) return;
    yield { what: `readOnlyRootFilesystem of ${title}`, got, wanted: "true", fix: "Set it to true." };
  },
});
