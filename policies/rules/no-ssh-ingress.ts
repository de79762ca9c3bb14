import { INGRESS_TYPES, ingressesOf, namesPort } from "../read/ingress.ts";
import { type Finding, resourceRule } from "../rule.ts";

/** SSH and remote desktop. */
const ADMIN_PORTS = [22, 3389];

export const noSshIngress = resourceRule({
  id: "no-ssh-ingress",
  title: "No rule lets SSH or remote desktop in, from anywhere.",
  severity: "high",
  remediation: "Remove the rule; Session Manager opens a shell without a port.",
  controls: ["fsbp:EC2.13", "fsbp:EC2.14"],
  types: INGRESS_TYPES,
  *check({ type, props }): Iterable<Finding> {
    for (const ingress of ingressesOf(type, props)) {
      const got = ADMIN_PORTS.filter((port) => namesPort(ingress, port));
      if (got.length === 0) continue;
      yield {
        what: "admin ports let in",
        got,
        wanted: "none of 22, 3389",
        fix: "Remove the rule; use Session Manager.",
      };
    }
  },
});
