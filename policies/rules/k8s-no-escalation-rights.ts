import { nameOf } from "../read/kubernetes/metadata.ts";
import { type RbacRule, ROLE_TYPES, showRule } from "../read/kubernetes/rbac.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

const VERBS = ["bind", "escalate", "impersonate"];
/** By these a holder becomes whom it likes: a token, a shell in a pod, a node's proxy. */
const RESOURCES = [
  "nodes/proxy",
  "pods/attach",
  "pods/exec",
  "serviceaccounts/token",
  "certificatesigningrequests/approval",
];

export const k8sNoEscalationRights = resourceRule({
  id: "k8s-no-escalation-rights",
  title: "No role lets its holder become someone else: bind, escalate, impersonate, tokens, shells, node proxies.",
  severity: "critical",
  remediation: "Take the verb or resource out; exempt the role of the one controller that needs it.",
  controls: [
    "cis-k8s:5.1.8",
    "cis-k8s:5.1.10",
    "cis-k8s:5.1.11",
    "cis-k8s:5.1.13",
    "cis-eks:4.1.8",
    "nsa:authentication",
  ],
  config: { exempt: texts([], "Names of roles that need it") },
  types: ROLE_TYPES,
  check(role, { exempt }) {
    if (exempt.includes(nameOf(role))) return notApplicable("exempt by the stack's limits");
    const rules: readonly RbacRule[] = role.props.rules ?? [];
    return rules
      .filter(({ verbs, resources = [] }) => {
        return verbs.some((verb) => VERBS.includes(verb)) || resources.some((one) => RESOURCES.includes(one));
      })
      .map((rule): Finding => {
        const wanted = `none of ${[...VERBS, ...RESOURCES].join(", ")}`;
        return { what: "rights", got: showRule(rule), wanted, fix: "Take it out of the role." };
      });
  },
});
