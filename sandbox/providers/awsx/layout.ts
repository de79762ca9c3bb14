import { alignedAt, type Block, contains, formatCidr, parseCidr, sizeOf } from "./cidr.ts";

export type SubnetType = "Public" | "Private" | "Isolated" | "Unused";
export type SubnetStrategy = "Legacy" | "Auto" | "AutoMerge" | "Exact";

export interface SubnetSpec {
  readonly type: SubnetType;
  readonly name?: string;
  readonly cidrMask?: number;
  /** Addresses; a power of two. */
  readonly size?: number;
  readonly cidrBlocks?: readonly string[];
  readonly assignIpv6AddressOnCreation?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface LaidSubnet {
  readonly spec: SubnetSpec;
  readonly zone: string;
  /** `${vpc}-${spec name or type}-${zone number from 1}` */
  readonly resourceName: string;
  readonly cidrBlock: string;
}

export interface LayoutRequest {
  readonly vpcName: string;
  readonly vpcCidr: string;
  readonly zones: readonly string[];
  readonly strategy: SubnetStrategy;
  readonly specs?: readonly SubnetSpec[];
  /** Prefix length of each zone's share; an even division by default. */
  readonly zoneMask?: number;
}

const LEGACY_ORDER: readonly SubnetType[] = ["Private", "Public", "Isolated"];
/** Smallest default prefix length by type in the Legacy strategy. */
const LEGACY_MASK: Readonly<Record<SubnetType, number>> = { Private: 19, Public: 20, Isolated: 24, Unused: 24 };
const SMALLEST_SUBNET = 28;

/** Divides a VPC's range over zones and specs. Throws an Error that says what does not fit. */
export function layOut(request: LayoutRequest): { subnets: LaidSubnet[]; resolved: SubnetSpec[] } {
  const vpc = parseCidr(request.vpcCidr);
  if (vpc === undefined) throw new Error(`cidrBlock: "${request.vpcCidr}" is no IPv4 CIDR block without host bits`);
  if (request.zones.length === 0) throw new Error("availabilityZoneNames: at least one zone is needed");
  const specs = request.specs;
  const explicit = specs?.filter((spec) => spec.cidrBlocks !== undefined) ?? [];
  if (explicit.length > 0) return explicitLayout(request, vpc, specs!, explicit.length);

  const zonePrefix = request.zoneMask ?? vpc.prefix + Math.ceil(Math.log2(request.zones.length));
  if (zonePrefix < vpc.prefix || request.zones.length * sizeOf(zonePrefix) > sizeOf(vpc.prefix)) {
    throw new Error(
      `availabilityZoneCidrMask: ${request.zones.length} zones of /${zonePrefix} do not fit in ${request.vpcCidr}`,
    );
  }
  const resolved = resolveMasks(request.strategy, specs, zonePrefix);
  const subnets = request.zones.flatMap((zone, index) => {
    const share: Block = { start: vpc.start + index * sizeOf(zonePrefix), prefix: zonePrefix };
    return allocate(request.vpcName, zone, index, share, resolved, request.strategy);
  });
  requireDistinctNames(subnets);
  return { subnets: subnets.filter(({ spec }) => spec.type !== "Unused"), resolved };
}

function resolveMasks(
  strategy: SubnetStrategy,
  given: readonly SubnetSpec[] | undefined,
  zonePrefix: number,
): SubnetSpec[] {
  const defaults: SubnetSpec[] = (["Private", "Public"] as const).map((type, i) => ({
    type,
    cidrMask: Math.max(zonePrefix, strategy === "Legacy" ? 0 : 16) + i + 1,
  }));
  const specs = strategy === "AutoMerge" ? mergeDefaults(defaults, given ?? []) : (given ?? defaults);
  if (specs.length === 0) throw new Error("subnetSpecs: at least one subnet is needed");
  const ordered =
    strategy === "Legacy"
      ? [...specs].sort((a, b) => LEGACY_ORDER.indexOf(a.type) - LEGACY_ORDER.indexOf(b.type))
      : [...specs];
  const evenMask = zonePrefix + Math.ceil(Math.log2(specs.length));
  return ordered.map((spec) => {
    const legacyMask = Math.max(zonePrefix + (specs.length === 1 ? 0 : 1), LEGACY_MASK[spec.type]);
    const cidrMask = spec.cidrMask ?? maskOfSize(spec) ?? (strategy === "Legacy" ? legacyMask : evenMask);
    if (cidrMask > SMALLEST_SUBNET || cidrMask < 16) {
      throw new Error(`subnetSpecs: a ${spec.type} subnet of /${cidrMask} is outside of /16 to /${SMALLEST_SUBNET}`);
    }
    return { ...spec, cidrMask };
  });
}

function maskOfSize({ size, type }: SubnetSpec): number | undefined {
  if (size === undefined) return undefined;
  const bits = Math.log2(size);
  if (!Number.isInteger(bits)) throw new Error(`subnetSpecs: size ${size} of the ${type} subnet is no power of two`);
  return 32 - bits;
}

function mergeDefaults(defaults: readonly SubnetSpec[], given: readonly SubnetSpec[]): SubnetSpec[] {
  const override = (type: SubnetType): SubnetSpec | undefined =>
    given.find((spec) => spec.type === type && spec.name === undefined);
  const merged = defaults.map((spec) => ({ ...spec, ...override(spec.type) }));
  const extra = given.filter((spec) => spec.name !== undefined || !defaults.some(({ type }) => type === spec.type));
  return [...merged, ...extra];
}

/** Each subnet takes the first block of its size after the one before it. */
function allocate(
  vpcName: string,
  zone: string,
  zoneIndex: number,
  share: Block,
  specs: readonly SubnetSpec[],
  strategy: SubnetStrategy,
): LaidSubnet[] {
  let next = share.start;
  const laid = specs.map((spec) => {
    const block = alignedAt(next, spec.cidrMask!);
    if (strategy === "Exact" && block.start !== next) {
      throw new Error(
        `subnetSpecs: ${gap(next, block.start)} before the ${spec.type} subnet; Exact wants an "Unused" spec for it`,
      );
    }
    if (!contains(share, block)) {
      const needed = specs.reduce((sum, { cidrMask }) => sum + sizeOf(cidrMask!), 0);
      throw new Error(
        `Subnets are too large for VPC. Each zone has ${sizeOf(share.prefix)} addresses, but subnets require ${needed} with their alignment.`,
      );
    }
    next = block.start + sizeOf(block.prefix);
    return { spec, zone, resourceName: nameOf(vpcName, spec, zoneIndex), cidrBlock: formatCidr(block) };
  });
  const end = share.start + sizeOf(share.prefix);
  if (strategy === "Exact" && next !== end) {
    throw new Error(`subnetSpecs: ${gap(next, end)} at the end of zone ${zone}; Exact wants an "Unused" spec for it`);
  }
  return laid;
}

function gap(from: number, to: number): string {
  return `${to - from} addresses are not accounted for from ${formatCidr({ start: from, prefix: 32 })}`;
}

function explicitLayout(
  request: LayoutRequest,
  vpc: Block,
  specs: readonly SubnetSpec[],
  explicit: number,
): ReturnType<typeof layOut> {
  const used = specs.filter(({ type }) => type !== "Unused");
  if (explicit !== specs.length || specs.some(({ cidrBlocks }) => cidrBlocks!.length !== request.zones.length)) {
    throw new Error(
      `subnetSpecs: with explicit cidrBlocks every spec must list one block for each of ${request.zones.length} zones`,
    );
  }
  const subnets = request.zones.flatMap((zone, index) =>
    used.map((spec) => {
      const cidrBlock = spec.cidrBlocks![index]!;
      const block = parseCidr(cidrBlock);
      if (block === undefined || !contains(vpc, block))
        throw new Error(`subnetSpecs: ${cidrBlock} is no block inside ${request.vpcCidr}`);
      return { spec, zone, resourceName: nameOf(request.vpcName, spec, index), cidrBlock };
    }),
  );
  requireDistinctNames(subnets);
  return { subnets, resolved: [...specs] };
}

function nameOf(vpcName: string, spec: SubnetSpec, zoneIndex: number): string {
  return `${vpcName}-${spec.name ?? spec.type.toLowerCase()}-${zoneIndex + 1}`;
}

function requireDistinctNames(subnets: readonly LaidSubnet[]): void {
  const names = new Set<string>();
  for (const { spec, resourceName } of subnets) {
    if (spec.type === "Unused") continue;
    if (names.has(resourceName))
      throw new Error(`subnetSpecs: two ${spec.type} subnets would be called ${resourceName}; give each a name`);
    names.add(resourceName);
  }
}
