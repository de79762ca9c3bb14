import type { Input } from "@pulumi/pulumi";
import { throwIfAny } from "@pyairtable/diagnostics";
import type { CostTags, NatMode } from "@pyairtable/plan";
import { checkEndpoints, checkNat, checkPlace } from "./args-checks.ts";
import { Checks } from "./checks.ts";
import type { NetworkTransforms } from "./network-children.ts";

export interface NetworkArgs {
  /** VPC IPv4 block, private, /16 to /23. Default `10.0.0.0/16`. Changing it replaces everything. */
  readonly cidr?: string;
  /** AWS region of the zones, e.g. `us-east-1`. */
  readonly region: string;
  /** Availability Zone names, 2 to 6, e.g. `["us-east-1a", "us-east-1b"]`. Their order is the layout: append only; a fifth moves every subnet. */
  readonly zones: readonly string[];
  /** How private subnets reach the internet; no default, since each answer has its own price (README). */
  readonly nat: NatMode;
  /** Only with `nat: "instance"`. */
  readonly natInstance?: NatInstanceArgs;
  /** Interface endpoints by short service name (`ecr.api`); 7.30 USD a month per zone each. Default none. */
  readonly interfaceEndpoints?: readonly string[];
  /** Default enabled, 14 days. */
  readonly flowLogs?: FlowLogArgs;
  /** Whom alarms of NAT instances tell. Default: nobody. */
  readonly alarmTopicArn?: Input<string>;
  readonly tags: CostTags;
  /** Changes any child's args before it is made. */
  readonly transform?: NetworkTransforms;
}

export interface NatInstanceArgs {
  /** One instance per zone in place of one per VPC. Default false. */
  readonly perZone?: boolean;
  /** Graviton instance type. Default `t4g.nano`: 5 Gbit/s in bursts, 0.032 sustained. */
  readonly instanceType?: string;
  /** Pins the image; default is the newest Amazon Linux 2023 for arm64 at creation. */
  readonly amiId?: string;
}

export interface FlowLogArgs {
  readonly enabled: boolean;
  readonly retentionDays: number;
  /** Customer-managed key (1 USD a month); without it CloudWatch Logs encrypts with its own. */
  readonly kmsKeyArn?: string;
}

/** The args with every default filled in and every check passed. */
export interface NetworkRecord {
  readonly cidr: string;
  readonly region: string;
  readonly zones: readonly string[];
  readonly nat: NatMode;
  readonly natInstance: { readonly perZone: boolean; readonly instanceType: string; readonly amiId: string | null };
  readonly interfaceEndpoints: readonly string[];
  readonly flowLogs: FlowLogArgs;
  readonly alarmTopicArn: Input<string> | null;
  readonly tags: CostTags;
}

/** Fills defaults in and throws one `UserError` that lists every problem. */
export function normalise(name: string, args: NetworkArgs): NetworkRecord {
  const { natInstance } = args;
  const record: NetworkRecord = {
    cidr: args.cidr ?? "10.0.0.0/16",
    region: args.region,
    zones: args.zones,
    nat: args.nat,
    natInstance: {
      perZone: natInstance?.perZone ?? false,
      instanceType: natInstance?.instanceType ?? "t4g.nano",
      amiId: natInstance?.amiId ?? null,
    },
    interfaceEndpoints: args.interfaceEndpoints ?? [],
    flowLogs: args.flowLogs ?? { enabled: true, retentionDays: 14 },
    alarmTopicArn: args.alarmTopicArn ?? null,
    tags: args.tags,
  };
  const checks = new Checks();
  checkPlace(checks, record);
  checkNat(checks, record, natInstance !== undefined);
  checkEndpoints(checks, record.interfaceEndpoints);
  if (record.flowLogs.enabled) checks.retention("flowLogs.retentionDays", record.flowLogs.retentionDays);
  checks.tags(record.tags);
  throwIfAny(`Network ${name}`, checks.found);
  return record;
}
