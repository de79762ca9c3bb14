import { knownRegions } from "@pyairtable/aws-facts";
import type { Checks } from "./checks.ts";
import { cidrFault } from "./cidr.ts";
import wafFacts from "./data/waf-rules.json" with { type: "json" };
import type { EdgeRecord, Exposure, WafArgs } from "./edge-args.ts";

export function checkPlace(checks: Checks, { region, accountId, vpcCidr }: EdgeRecord): void {
  const known = knownRegions();
  checks.expect(known.includes(region), {
    path: "region",
    code: "edge.region",
    got: region,
    wanted: `one of ${known.join(", ")}`,
    fix: "Correct the region.",
  });
  checks.expect(/^\d{12}$/.test(accountId), {
    path: "accountId",
    code: "edge.account",
    got: accountId,
    wanted: "twelve digits",
    fix: "Correct the account id.",
  });
  checks.expect(cidrFault(vpcCidr) === undefined, {
    path: "vpcCidr",
    code: "edge.vpc-cidr",
    got: vpcCidr,
    wanted: "the VPC's private IPv4 block",
    fix: "Pass the network's `cidr`.",
  });
}

export function checkExposure(checks: Checks, exposure: Exposure): void {
  const scheme = exposure?.scheme;
  const known = scheme === "internet-facing" || scheme === "internal";
  const wanted = '{ scheme: "internet-facing", reason } or { scheme: "internal" }';
  if (
    !checks.expect(known, {
      path: "exposure",
      code: "edge.exposure",
      got: exposure,
      wanted,
      fix: "Say who may reach the load balancer.",
    })
  )
    return;
  if (exposure.scheme === "internal") return;
  // What EC2 takes as the description of a firewall rule.
  const ok = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{10,200}$/.test(exposure.reason ?? "");
  const words = "10 to 200 characters: letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*";
  checks.expect(ok, {
    path: "exposure.reason",
    code: "edge.exposure-reason",
    got: exposure.reason,
    wanted: words,
    fix: "Say why the internet may reach it.",
  });
}

export function checkCertificate(checks: Checks, { domain, certificateArn, hostedZoneId, region }: EdgeRecord): void {
  const name = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(domain);
  checks.expect(name, {
    path: "domain",
    code: "edge.domain",
    got: domain,
    wanted: "a DNS name in lower case, such as app.example.com",
    fix: "Correct the name.",
  });
  const source = certificateArn !== null || hostedZoneId !== null;
  checks.expect(source, {
    path: "certificateArn",
    code: "edge.certificate",
    got: null,
    wanted: "certificateArn or hostedZoneId",
    fix: "Pass a certificate, or a zone in which to validate a new one.",
  });
  const arn =
    certificateArn === null ||
    new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/[0-9a-f-]+$`).test(certificateArn);
  checks.expect(arn, {
    path: "certificateArn",
    code: "edge.certificate-arn",
    got: certificateArn,
    wanted: `an ACM certificate of ${region}`,
    fix: "A load balancer takes certificates of its own region only.",
  });
  const zone = hostedZoneId === null || /^Z[A-Z0-9]{4,31}$/.test(hostedZoneId);
  checks.expect(zone, {
    path: "hostedZoneId",
    code: "edge.hosted-zone",
    got: hostedZoneId,
    wanted: "a Route 53 zone id such as Z0123456789ABCDEFGHIJ",
    fix: "Correct the id.",
  });
}

export function checkWaf(checks: Checks, { managedRuleGroups, requestsPerFiveMinutes }: Required<WafArgs>): void {
  const known = wafFacts.managedRuleGroups.map((group) => group.name);
  for (const [index, group] of managedRuleGroups.entries()) {
    const ok = known.includes(group) && managedRuleGroups.indexOf(group) === index;
    checks.expect(ok, {
      path: `waf.managedRuleGroups[${index}]`,
      code: "edge.waf-group",
      got: group,
      wanted: `each once, of ${known.join(", ")}`,
      fix: "Correct the name, or add it to data/waf-rules.json.",
    });
  }
  const { minimum, maximum } = wafFacts.rateLimit;
  const ok =
    Number.isInteger(requestsPerFiveMinutes) && requestsPerFiveMinutes >= minimum && requestsPerFiveMinutes <= maximum;
  checks.expect(ok, {
    path: "waf.requestsPerFiveMinutes",
    code: "edge.waf-rate",
    got: requestsPerFiveMinutes,
    wanted: `${minimum} to ${maximum} requests`,
    fix: "Correct the limit.",
  });
}

export function checkLimits(checks: Checks, { accessLogs, idleTimeoutSeconds, desyncMitigation }: EdgeRecord): void {
  const days = !accessLogs.enabled || (Number.isInteger(accessLogs.retentionDays) && accessLogs.retentionDays >= 1);
  checks.expect(days, {
    path: "accessLogs.retentionDays",
    code: "edge.retention",
    got: accessLogs.retentionDays,
    wanted: "whole days, 1 or more",
    fix: "Correct the days.",
  });
  const idle = Number.isInteger(idleTimeoutSeconds) && idleTimeoutSeconds >= 1 && idleTimeoutSeconds <= 4000;
  checks.expect(idle, {
    path: "idleTimeoutSeconds",
    code: "edge.idle-timeout",
    got: idleTimeoutSeconds,
    wanted: "1 to 4000 seconds",
    fix: "Correct the timeout.",
  });
  const modes = ["defensive", "strictest"];
  checks.expect(modes.includes(desyncMitigation), {
    path: "desyncMitigation",
    code: "edge.desync",
    got: desyncMitigation,
    wanted: modes.join(" or "),
    fix: "Choose one; monitoring only is not offered.",
  });
}
