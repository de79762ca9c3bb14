import { MONITORING_NAMESPACE } from "@pyairtable/kubernetes-facts";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import type { AddOnArgs, AddOnRecord, ClusterNetwork, ClusterNetworkArgs, WorkloadSize } from "./common-args.ts";
import { checkNumber, type Reporter } from "./reporter.ts";
import { inRange, type LocalAddOnName, showRange, VERSIONS } from "./versions.ts";

export const DEFAULT_PRIORITY_CLASS = "pyairtable-add-on";

/** The common args with defaults; what is wrong with them goes to `report`. */
export function normaliseCommon(addOn: LocalAddOnName, args: AddOnArgs, report: Reporter): AddOnRecord {
  const record: AddOnRecord = {
    kubernetesVersion: args.kubernetesVersion,
    tags: args.tags,
    namespace: args.namespace ?? addOn,
    priorityClass: args.priorityClass ?? DEFAULT_PRIORITY_CLASS,
    networkPolicies: args.networkPolicies ?? true,
    network: normaliseNetwork(args.network ?? {}),
    serviceMonitor: args.serviceMonitor ?? false,
  };
  checkVersion(addOn, record.kubernetesVersion, report);
  checkName("namespace", record.namespace, report);
  checkName("priorityClass", record.priorityClass, report);
  checkTags(record, report);
  checkNetwork(record.network, report);
  return record;
}

function normaliseNetwork(args: ClusterNetworkArgs): ClusterNetwork {
  return {
    apiServerCidrs: args.apiServerCidrs ?? [],
    serviceCidr: args.serviceCidr ?? null,
    apiServerPorts: args.apiServerPorts ?? [443, 6443],
    monitoringNamespace: args.monitoringNamespace ?? MONITORING_NAMESPACE,
    nodeLocalDnsCidr: args.nodeLocalDnsCidr ?? null,
  };
}

function checkVersion(addOn: LocalAddOnName, version: string, report: Reporter): void {
  const { kubernetes, appVersion } = VERSIONS[addOn];
  report.unless(inRange(version, kubernetes), {
    code: "kubernetes-version",
    path: "kubernetesVersion",
    got: version,
    wanted: `Kubernetes ${showRange(kubernetes)}, which ${addOn} ${appVersion ?? ""} supports`.replace("  ", " "),
    fix: "Turn the add-on off, or change its version in data/versions.json to one that supports the cluster.",
  });
}

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A DNS label, which is what namespaces and the like are called. */
export function checkName(path: string, got: unknown, report: Reporter): void {
  report.unless(typeof got === "string" && DNS_LABEL.test(got), {
    code: "name",
    path,
    got,
    wanted: "1 to 63 lower-case letters, digits and dashes, no dash at either end",
    fix: "Rename it.",
  });
}

const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

function checkTags({ tags }: AddOnRecord, report: Reporter): void {
  for (const key of COST_TAG_KEYS) {
    report.unless(LABEL_VALUE.test(tags?.[key] ?? ""), {
      code: "tag",
      path: `tags.${key}`,
      got: tags?.[key],
      wanted: "a value that a label may hold: 1 to 63 letters, digits, _ . -",
      fix: "Build tags with costTags() from values without spaces.",
    });
  }
}

const CIDR = /^[0-9a-fA-F:.]+\/\d{1,3}$/;

export function checkCidr(path: string, got: string, report: Reporter): void {
  report.unless(CIDR.test(got), {
    code: "cidr",
    path,
    got,
    wanted: "a block as 10.0.0.0/16",
    fix: "Write it with its prefix length.",
  });
}

function checkNetwork(network: ClusterNetwork, report: Reporter): void {
  for (const [index, cidr] of network.apiServerCidrs.entries())
    checkCidr(`network.apiServerCidrs[${index}]`, cidr, report);
  if (network.serviceCidr !== null) checkCidr("network.serviceCidr", network.serviceCidr, report);
  if (network.nodeLocalDnsCidr !== null) checkCidr("network.nodeLocalDnsCidr", network.nodeLocalDnsCidr, report);
  checkName("network.monitoringNamespace", network.monitoringNamespace, report);
  for (const [index, port] of network.apiServerPorts.entries())
    checkNumber(report, `network.apiServerPorts[${index}]`, port, { min: 1, max: 65_535, unit: "" });
}

/** Replicas and sizes that make sense: requests no larger than limits. */
export function checkSize(path: string, size: WorkloadSize, report: Reporter): void {
  checkNumber(report, `${path}.replicas`, size.replicas, { min: 1, max: 10, unit: "pods" });
  const cpu = { min: 1, max: 64_000, unit: "millicores" };
  const memory = { min: 16, max: 262_144, unit: "MiB" };
  checkNumber(report, `${path}.cpuMillicores`, size.cpuMillicores, cpu);
  checkNumber(report, `${path}.memoryMiB`, size.memoryMiB, memory);
  checkNumber(report, `${path}.limits.cpuMillicores`, size.limits.cpuMillicores, { ...cpu, min: size.cpuMillicores });
  checkNumber(report, `${path}.limits.memoryMiB`, size.limits.memoryMiB, { ...memory, min: size.memoryMiB });
}
