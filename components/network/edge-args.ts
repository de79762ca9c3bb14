import type { Input } from "@pulumi/pulumi";
import { throwIfAny } from "@pyairtable/diagnostics";
import type { CostTags } from "@pyairtable/plan";
import { Checks } from "./checks.ts";
import wafFacts from "./data/waf-rules.json" with { type: "json" };
import { checkCertificate, checkExposure, checkLimits, checkPlace, checkWaf } from "./edge-args-checks.ts";
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
