import { containsCidr, parseCidr } from "cidr-tools";
import { narrowestPrefixFor, VPC_PREFIX } from "../../../components/network/cidr.ts";
import type { Problem } from "../problem.ts";
import type { SoundSections } from "../sections.ts";

const PRIVATE_BLOCKS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
const { widest, narrowest } = VPC_PREFIX;

/** The VPC block is legal, aligned, private, and holds three tiers of usable subnets in each zone. */
export function cidrProblems({ network, zones }: SoundSections): Problem[] {
  if (network === undefined) return [];
  const { cidr } = network;
  const at = ["network", "cidr"];
  const [address = "", prefixText = ""] = cidr.split("/");
  const prefix = Number(prefixText);
  if (address.split(".").some((octet) => Number(octet) > 255 || String(Number(octet)) !== octet) || prefix > 32) {
    const fix = "Write four numbers from 0 to 255 without leading zeros and a prefix, e.g. 10.20.0.0/16.";
    return [{ code: "config.cidr", at, got: cidr, wanted: "an IPv4 block", fix }];
  }
  if (prefix < widest || prefix > narrowest) {
    const fix = `Take a prefix in that range; AWS accepts no VPC above /${widest}, and below /${narrowest} the subnets do not fit.`;
    return [{ code: "config.cidr-size", at, got: cidr, wanted: `a prefix from /${widest} to /${narrowest}`, fix }];
  }
  const problems: Problem[] = [];
  const network0 = networkAddress(cidr);
  if (network0 !== address) {
    const fix = `Write ${network0}/${prefix}.`;
    problems.push({ code: "config.cidr", at, got: cidr, wanted: "the first address of the block", fix });
  }
  if (!containsCidr(PRIVATE_BLOCKS, cidr)) {
    const fix = "Take a block inside one of these.";
    problems.push({ code: "config.cidr-private", at, got: cidr, wanted: PRIVATE_BLOCKS.join(", "), fix });
  }
  const zoneCount = typeof zones === "number" ? zones : (zones?.length ?? 0);
  const roomy = narrowestPrefixFor(zoneCount);
  if (prefix > roomy) {
    const wanted = `/${roomy} or larger for three tiers of subnets in ${zoneCount} zones`;
    problems.push({ code: "config.cidr-size", at, got: cidr, wanted, fix: "Take a larger block or fewer zones." });
  }
  return problems;
}

function networkAddress(cidr: string): string {
  const start = parseCidr(cidr).start;
  return [24n, 16n, 8n, 0n].map((shift) => (start >> shift) & 255n).join(".");
}
