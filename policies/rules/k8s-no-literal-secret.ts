import { keyOf } from "../read/kubernetes/metadata.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";
import { readOr } from "../unknown.ts";

export const k8sNoLiteralSecret = resourceRule({
  id: "k8s-no-literal-secret",
  title: "No Secret is written by the program: its content would stand in the state and in previews.",
  severity: "critical",
  remediation: "Let an ExternalSecret bring it from Secrets Manager.",
  controls: ["cis-k8s:5.4.2", "cis-eks:4.4.2"],
  config: { exempt: texts([], "Secrets, as namespace/name, that hold nothing secret") },
  types: ["kubernetes:core/v1:Secret"],
  check(secret, { exempt }) {
    if (exempt.includes(keyOf(secret))) return notApplicable("exempt by the stack's limits");
    // Content not known yet, or encrypted by the engine, is content all the same.
    const keys = [() => secret.props.data, () => secret.props.stringData].flatMap((read) => {
      const content = readOr("unknown", read) ?? {};
      return content === "unknown" ? ["?"] : Object.keys(content);
    });
    if (keys.length === 0) return [];
    // Names only: previews are kept and shared.
    const finding: Finding = {
      what: "content of a Secret",
      got: keys,
      wanted: "none in the program",
      fix: "Use an ExternalSecret.",
    };
    return [finding];
  },
});
