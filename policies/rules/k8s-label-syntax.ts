import { LABELLED_TYPES, labelSetsOf } from "../read/kubernetes/labels.ts";
import { type Finding, resourceRule } from "../rule.ts";

const NAME = "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
const DNS_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
/** An optional DNS name and a slash, at most 253 characters, then the name itself. */
const KEY = new RegExp(`^(?=[^/]{1,253}(?:/|$))(?:${DNS_LABEL}(?:\\.${DNS_LABEL})*/)?${NAME}$`);
const VALUE = new RegExp(`^(?:${NAME})?$`);

export const k8sLabelSyntax = resourceRule({
  id: "k8s-label-syntax",
  title: "Label keys and values are such as the API server accepts, so that no update fails half-way.",
  severity: "medium",
  remediation: "Use at most 63 letters, digits and - _ . with a letter or digit at both ends.",
  controls: ["wa:cost"],
  types: LABELLED_TYPES,
  *check(resource): Iterable<Finding> {
    const fix = "Shorten it, or use letters, digits and - _ . only.";
    for (const { what, labels } of labelSetsOf(resource)) {
      for (const [key, value] of Object.entries(labels)) {
        if (!KEY.test(key)) yield { what: `key in ${what}`, got: key, wanted: "[DNS name/]name of 63 characters", fix };
        if (!VALUE.test(value)) yield { what: `${key} in ${what}`, got: value, wanted: "0 to 63 characters", fix };
      }
    }
  },
});
