import { knownRegions, zonesOf } from "@pyairtable/aws-facts";
import { throwIfAny } from "@pyairtable/diagnostics";
import type { CostTags, NatMode } from "@pyairtable/plan";
import { Checks } from "./checks.ts";
import { cidrFault, narrowestPrefixFor, VPC_PREFIX, zonesFit } from "./cidr.ts";
import endpointNames from "./data/endpoints.json" with { type: "json" };
import natFacts from "./data/nat-instance.json" with { type: "json" };
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
  readonly tags: CostTags;
}

const NAT_MODES: readonly NatMode[] = ["none", "single", "per-zone", "instance"];

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

function checkPlace(checks: Checks, { cidr, region, zones }: NetworkRecord): void {
  const fault = cidrFault(cidr);
  const wanted = `a private IPv4 block from /${VPC_PREFIX.widest} to /${VPC_PREFIX.narrowest}, such as 10.0.0.0/16`;
  const block = checks.expect(fault === undefined, "cidr", `network.cidr-${fault}`, cidr, wanted, "Correct the block.");
  const count = zones.length >= 2 && zones.length <= 6;
  const asked = "2 to 6 zones";
  checks.expect(count, "zones", "network.zone-count", zones, asked, "List two zones or more: one zone is one outage.");
  checks.expect(
    new Set(zones).size === zones.length,
    "zones",
    "network.zone-twice",
    zones,
    "each zone once",
    "Remove the repeated zone.",
  );
  const known = zonesOf(region);
  if (
    checks.expect(
      known.length > 0,
      "region",
      "network.region",
      region,
      `one of ${knownRegions().join(", ")}`,
      "Correct the region.",
    )
  ) {
    const strangers = zones.filter((zone) => !known.includes(zone));
    checks.expect(
      strangers.length === 0,
      "zones",
      "network.zone",
      strangers,
      `zones of ${region}: ${known.join(", ")}`,
      "Take zones of the region.",
    );
  }
  if (block && count && !zonesFit(cidr, zones.length)) {
    const room = `/${narrowestPrefixFor(zones.length)} or wider for ${zones.length} zones, so that each public subnet holds a load balancer`;
    checks.expect(false, "cidr", "network.cidr-narrow", cidr, room, "Widen the block or take fewer zones.");
  }
}

function checkNat(checks: Checks, { nat, natInstance }: NetworkRecord, asked: boolean): void {
  checks.expect(
    NAT_MODES.includes(nat),
    "nat",
    "network.nat",
    nat,
    NAT_MODES.join(", "),
    "Choose one; the README has the prices.",
  );
  checks.expect(
    nat === "instance" || !asked,
    "natInstance",
    "network.nat-instance",
    nat,
    'nat: "instance"',
    "Remove natInstance or set nat.",
  );
  const { instanceType, amiId } = natInstance;
  const types = natFacts.instanceTypes;
  checks.expect(
    types.includes(instanceType),
    "natInstance.instanceType",
    "network.nat-instance-type",
    instanceType,
    `one of ${types.join(", ")}`,
    "Take an arm64 type: the image is for arm64.",
  );
  const ami = amiId === null || /^ami-[0-9a-f]{8,17}$/.test(amiId);
  checks.expect(
    ami,
    "natInstance.amiId",
    "network.nat-ami",
    amiId,
    "an image id such as ami-0123456789abcdef0",
    "Correct the id, or leave it out.",
  );
}

function checkEndpoints(checks: Checks, names: readonly string[]): void {
  for (const [index, name] of names.entries()) {
    const path = `interfaceEndpoints[${index}]`;
    const gateway = endpointNames.gateway.includes(name);
    checks.expect(
      !gateway,
      path,
      "network.endpoint-gateway",
      name,
      "an interface endpoint",
      "Remove it: its gateway endpoint is always made, and free.",
    );
    const known = gateway || endpointNames.interface.includes(name);
    checks.expect(
      known,
      path,
      "network.endpoint",
      name,
      `one of ${endpointNames.interface.join(", ")}`,
      "Correct the name, or add it to data/endpoints.json.",
    );
    checks.expect(
      names.indexOf(name) === index,
      path,
      "network.endpoint-twice",
      name,
      "each endpoint once",
      "Remove the repeated one.",
    );
  }
}
