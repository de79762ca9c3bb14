import { knownRegions, zonesOf } from "@pyairtable/aws-facts";
import { list, objects } from "../../values.ts";
import { ServiceError } from "../../violation.ts";
import prefixLists from "../data/prefix-lists.json" with { type: "json" };
import type { ProviderFunction } from "./index.ts";

const prefixListIds: Readonly<Record<string, string>> = prefixLists.idsByName;

/** Functions about zones, regions and prefix lists. */
export const networkFunctions: Readonly<Record<string, ProviderFunction>> = {
  "aws:index/getAvailabilityZones:getAvailabilityZones": (args, { region }) => {
    const excluded = new Set(list(args.excludeNames));
    const names = zonesOf(region).filter((name) => !excluded.has(name));
    const zoneIds = names.map(
      (name) => `${region.replace(/^(..)-(.).*-(\d)$/, "$1$2$3")}-az${"abcdef".indexOf(name.slice(-1)) + 1}`,
    );
    return { id: region, names, zoneIds, groupNames: [region] };
  },
  "aws:index/getRegions:getRegions": () => ({ id: "aws", names: [...knownRegions()] }),
  "aws:ec2/getPrefixList:getPrefixList": (args, { region }) => findPrefixList(nameOf(args), region),
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": (args, settings) => ({
    ...findPrefixList(nameOf(args), settings.region),
    arn: `arn:aws:ec2:${settings.region}:aws:prefix-list/${prefixListIds[generic(nameOf(args))] ?? ""}`,
    addressFamily: "IPv4",
    entries: [],
    maxEntries: 0,
    ownerId: "AWS",
    tags: {},
    version: 1,
  }),
};

function nameOf(args: Parameters<ProviderFunction>[0]): string {
  if (typeof args.name === "string") return args.name;
  const filter = objects(args.filters).find(({ item }) => item.name === "prefix-list-name");
  return String(list(filter?.item.values)[0] ?? args.prefixListId ?? args.id ?? "");
}

function generic(name: string): string {
  return name.replace(/^com\.amazonaws\.[a-z]{2}-[a-z]+-\d\./, "com.amazonaws.{region}.");
}

function findPrefixList(name: string, region: string): { id: string; name: string; cidrBlocks: string[] } {
  const byId = Object.entries(prefixListIds).find(([, id]) => id === name)?.[0];
  const found = byId ?? generic(name);
  const id = prefixListIds[found];
  if (id === undefined) throw new ServiceError("InvalidPrefixListID.NotFound", `no prefix list '${name}' exists`);
  return { id, name: found.replace("{region}", region), cidrBlocks: ["192.0.2.0/24"] };
}
