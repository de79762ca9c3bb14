import { type Finding, notApplicable, resourceRule } from "../rule.ts";

/** Policies with TLS 1.2 and forward secrecy as the floor. */
const MODERN = /^ELBSecurityPolicy-TLS13-1-[23]-(Res-(PQ-|FIPS-)?)?\d{4}-\d{2}$|^ELBSecurityPolicy-TLS13-1-3-/;

export const httpsTlsModern = resourceRule({
  id: "https-tls-modern",
  title: "HTTPS listeners speak TLS 1.2 with forward secrecy or 1.3, nothing older.",
  severity: "high",
  remediation: "Use ELBSecurityPolicy-TLS13-1-2-2021-06 or a stricter one.",
  controls: ["fsbp:ELB.17"],
  types: ["aws:lb/listener:Listener"],
  check({ props }) {
    if (props.protocol !== "HTTPS" && props.protocol !== "TLS") return notApplicable("no TLS listener");
    if (MODERN.test(props.sslPolicy ?? "")) return [];
    // AWS's default when none is named, from the API: 2016-08, with TLS 1.0.
    const got = props.sslPolicy ?? "AWS's default";
    const finding: Finding = {
      what: "TLS policy",
      got,
      wanted: "ELBSecurityPolicy-TLS13-1-2-2021-06 or stricter",
      fix: "Set sslPolicy.",
    };
    return [finding];
  },
});
