import type { Input } from "@pulumi/pulumi";
import { knownRegions } from "@pyairtable/aws-facts";
import { throwIfAny } from "@pyairtable/diagnostics";
import type { CostTags } from "@pyairtable/plan";
import { Checks } from "./checks.ts";
import { cidrFault } from "./cidr.ts";
import wafFacts from "./data/waf-rules.json" with { type: "json" };
import type { EdgeTransforms } from "./edge-children.ts";

export interface EdgeArgs {
  readonly vpcId: Input<string>;
  /** IPv4 block of the VPC, plain. */
  readonly vpcCidr: string;
  /** One subnet per zone: public ones where internet-facing, private ones where internal. */
  readonly subnetIds: Input<string[]>;
  readonly region: string;
  /** Twelve digits, plain: the log bucket's policy is readable in preview. */
  readonly accountId: string;
  /** Who may reach it. Opening it to the internet is said in words, and the words end up on the firewall rules. */
  readonly exposure: Exposure;
  /** DNS name served, e.g. `app.example.com`. */
  readonly domain: string;
  /** ACM certificate in the same region. Null or left out: one is made and validated in `hostedZoneId`. */
  readonly certificateArn?: string | null;
  /** Route 53 zone: gets the alias record, and the validation record of a new certificate. */
  readonly hostedZoneId?: string | null;
  /** Web application firewall; 8 USD a month and 0.60 a million requests with the defaults. Default false. */
  readonly waf?: boolean | WafArgs;
  /** Default enabled, 90 days. */
  readonly accessLogs?: { readonly enabled: boolean; readonly retentionDays: number };
  /** Refuses deletion of the load balancer, and of its log bucket while it holds objects. Default true. */
  readonly deletionProtection?: boolean;
  /** Seconds, 1 to 4000; must stay below the services' keep-alive of 72. Default 60. */
  readonly idleTimeoutSeconds?: number;
  /** What happens to requests that proxies could read in two ways. Default `defensive`; `strictest` also drops harmless ones. */
  readonly desyncMitigation?: "defensive" | "strictest";
  /** A second HTTPS listener on 8443, open to the VPC only, for blue/green test traffic. Default false. */
  readonly testListener?: boolean;
  readonly tags: CostTags;
  /** Changes any child's args before it is made. */
  readonly transform?: EdgeTransforms;
}

export type Exposure =
  | { readonly scheme: "internet-facing" /** Why the internet may reach it. */; readonly reason: string }
  | { readonly scheme: "internal" };

export interface WafArgs {
  /** Names of AWS managed rule groups, in order; 1 USD a month each. */
  readonly managedRuleGroups?: readonly string[];
  /** Requests one address may make in five minutes. Default 2000. */
  readonly requestsPerFiveMinutes?: number;
}

/** The args with every default filled in and every check passed. */
export interface EdgeRecord {
  readonly vpcCidr: string;
  readonly region: string;
  readonly accountId: string;
  readonly exposure: Exposure;
  readonly domain: string;
  readonly certificateArn: string | null;
  readonly hostedZoneId: string | null;
  readonly waf: Required<WafArgs> | null;
  readonly accessLogs: { readonly enabled: boolean; readonly retentionDays: number };
  readonly deletionProtection: boolean;
  readonly idleTimeoutSeconds: number;
  readonly desyncMitigation: "defensive" | "strictest";
  readonly testListener: boolean;
  readonly tags: CostTags;
}

/** Fills defaults in and throws one `UserError` that lists every problem. */
export function normaliseEdge(name: string, args: EdgeArgs): EdgeRecord {
  const record: EdgeRecord = {
    vpcCidr: args.vpcCidr,
    region: args.region,
    accountId: args.accountId,
    exposure: args.exposure,
    domain: args.domain,
    certificateArn: args.certificateArn ?? null,
    hostedZoneId: args.hostedZoneId ?? null,
    waf: wafRecord(args.waf ?? false),
    accessLogs: args.accessLogs ?? { enabled: true, retentionDays: 90 },
    deletionProtection: args.deletionProtection ?? true,
    idleTimeoutSeconds: args.idleTimeoutSeconds ?? 60,
    desyncMitigation: args.desyncMitigation ?? "defensive",
    testListener: args.testListener ?? false,
    tags: args.tags,
  };
  const checks = new Checks();
  checkPlace(checks, record);
  checkExposure(checks, record.exposure);
  checkCertificate(checks, record);
  if (record.waf !== null) checkWaf(checks, record.waf);
  checkLimits(checks, record);
  checks.tags(record.tags);
  throwIfAny(`Edge ${name}`, checks.found);
  return record;
}

function wafRecord(waf: boolean | WafArgs): Required<WafArgs> | null {
  if (waf === false) return null;
  const asked = waf === true ? {} : waf;
  return {
    managedRuleGroups: asked.managedRuleGroups ?? wafFacts.defaultGroups,
    requestsPerFiveMinutes: asked.requestsPerFiveMinutes ?? wafFacts.rateLimit.default,
  };
}

function checkPlace(checks: Checks, { region, accountId, vpcCidr }: EdgeRecord): void {
  const known = knownRegions();
  checks.expect(
    known.includes(region),
    "region",
    "edge.region",
    region,
    `one of ${known.join(", ")}`,
    "Correct the region.",
  );
  checks.expect(
    /^\d{12}$/.test(accountId),
    "accountId",
    "edge.account",
    accountId,
    "twelve digits",
    "Correct the account id.",
  );
  checks.expect(
    cidrFault(vpcCidr) === undefined,
    "vpcCidr",
    "edge.vpc-cidr",
    vpcCidr,
    "the VPC's private IPv4 block",
    "Pass the network's `cidr`.",
  );
}

function checkExposure(checks: Checks, exposure: Exposure): void {
  const scheme = exposure?.scheme;
  const known = scheme === "internet-facing" || scheme === "internal";
  const wanted = '{ scheme: "internet-facing", reason } or { scheme: "internal" }';
  if (!checks.expect(known, "exposure", "edge.exposure", exposure, wanted, "Say who may reach the load balancer."))
    return;
  if (exposure.scheme === "internal") return;
  // What EC2 takes as the description of a firewall rule.
  const ok = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{10,200}$/.test(exposure.reason ?? "");
  const words = "10 to 200 characters: letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*";
  checks.expect(
    ok,
    "exposure.reason",
    "edge.exposure-reason",
    exposure.reason,
    words,
    "Say why the internet may reach it.",
  );
}

function checkCertificate(checks: Checks, { domain, certificateArn, hostedZoneId, region }: EdgeRecord): void {
  const name = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(domain);
  checks.expect(
    name,
    "domain",
    "edge.domain",
    domain,
    "a DNS name in lower case, such as app.example.com",
    "Correct the name.",
  );
  const source = certificateArn !== null || hostedZoneId !== null;
  checks.expect(
    source,
    "certificateArn",
    "edge.certificate",
    null,
    "certificateArn or hostedZoneId",
    "Pass a certificate, or a zone in which to validate a new one.",
  );
  const arn =
    certificateArn === null ||
    new RegExp(`^arn:aws:acm:${region}:\\d{12}:certificate/[0-9a-f-]+$`).test(certificateArn);
  checks.expect(
    arn,
    "certificateArn",
    "edge.certificate-arn",
    certificateArn,
    `an ACM certificate of ${region}`,
    "A load balancer takes certificates of its own region only.",
  );
  const zone = hostedZoneId === null || /^Z[A-Z0-9]{4,31}$/.test(hostedZoneId);
  checks.expect(
    zone,
    "hostedZoneId",
    "edge.hosted-zone",
    hostedZoneId,
    "a Route 53 zone id such as Z0123456789ABCDEFGHIJ",
    "Correct the id.",
  );
}

function checkWaf(checks: Checks, { managedRuleGroups, requestsPerFiveMinutes }: Required<WafArgs>): void {
  const known = wafFacts.managedRuleGroups.map((group) => group.name);
  for (const [index, group] of managedRuleGroups.entries()) {
    const ok = known.includes(group) && managedRuleGroups.indexOf(group) === index;
    checks.expect(
      ok,
      `waf.managedRuleGroups[${index}]`,
      "edge.waf-group",
      group,
      `each once, of ${known.join(", ")}`,
      "Correct the name, or add it to data/waf-rules.json.",
    );
  }
  const { minimum, maximum } = wafFacts.rateLimit;
  const ok =
    Number.isInteger(requestsPerFiveMinutes) && requestsPerFiveMinutes >= minimum && requestsPerFiveMinutes <= maximum;
  checks.expect(
    ok,
    "waf.requestsPerFiveMinutes",
    "edge.waf-rate",
    requestsPerFiveMinutes,
    `${minimum} to ${maximum} requests`,
    "Correct the limit.",
  );
}

function checkLimits(checks: Checks, { accessLogs, idleTimeoutSeconds, desyncMitigation }: EdgeRecord): void {
  const days = !accessLogs.enabled || (Number.isInteger(accessLogs.retentionDays) && accessLogs.retentionDays >= 1);
  checks.expect(
    days,
    "accessLogs.retentionDays",
    "edge.retention",
    accessLogs.retentionDays,
    "whole days, 1 or more",
    "Correct the days.",
  );
  const idle = Number.isInteger(idleTimeoutSeconds) && idleTimeoutSeconds >= 1 && idleTimeoutSeconds <= 4000;
  checks.expect(
    idle,
    "idleTimeoutSeconds",
    "edge.idle-timeout",
    idleTimeoutSeconds,
    "1 to 4000 seconds",
    "Correct the timeout.",
  );
  const modes = ["defensive", "strictest"];
  checks.expect(
    modes.includes(desyncMitigation),
    "desyncMitigation",
    "edge.desync",
    desyncMitigation,
    modes.join(" or "),
    "Choose one; monitoring only is not offered.",
  );
}
