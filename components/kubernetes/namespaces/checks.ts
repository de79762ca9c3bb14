import type { Diagnostic } from "@pyairtable/diagnostics";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import { type Reporter, reporter } from "../../shared/index.ts";
import { isDnsLabel, isIpv4Block, isLabelValue } from "../shared/index.ts";
import type { NamespaceRecord } from "./record.ts";

/** Namespaces of the cluster itself; its add-ons break under Pod Security, quotas and closed networks of ours. */
const TAKEN = /^(default|kube-.*)$/;

/** Everything wrong with a namespace, in one list. */
export function checkNamespace(record: NamespaceRecord): Diagnostic[] {
  const report = reporter("namespace", `Namespace ${String(record.name)}`);
  checkNames(record, report);
  checkSizes(record, report);
  checkTeams(record, report);
  report.unless(/^1\.\d{1,3}$/.test(record.kubernetesVersion), {
    code: "version",
    path: "kubernetesVersion",
    got: record.kubernetesVersion,
    wanted: "a minor version, such as 1.34",
    fix: "Give major and minor alone: a newer control plane must not bring stricter rules by itself.",
  });
  report.unless(record.nodeLocalDnsCidr === null || isIpv4Block(record.nodeLocalDnsCidr), {
    code: "cidr",
    path: "nodeLocalDnsCidr",
    got: record.nodeLocalDnsCidr,
    wanted: "an IPv4 block, such as 169.254.20.10/32",
    fix: "Write address and prefix length.",
  });
  return report.diagnostics;
}

function checkNames({ name, domain, tags }: NamespaceRecord, { unless }: Reporter): void {
  unless(isDnsLabel(name) && !TAKEN.test(name), {
    code: "name",
    path: "name",
    got: name,
    wanted: "1 to 63 of a-z 0-9 -, a letter first, not default nor kube-*",
    fix: "Rename the namespace.",
  });
  const labels = { domain, ...Object.fromEntries(COST_TAG_KEYS.map((key) => [`tags.${key}`, tags?.[key]])) };
  for (const [path, value] of Object.entries(labels))
    unless(typeof value === "string" && value !== "" && isLabelValue(value), {
      code: "label",
      path,
      got: value,
      wanted: "1 to 63 of letters, digits, - _ .",
      fix: "Give a value that a label may hold.",
    });
}

function checkSizes({ quota, limitRange }: NamespaceRecord, report: Reporter): void {
  report.wholeNumber("quota.cpuMillicores", quota.cpuMillicores, 1, 10_000_000, "millicores");
  report.wholeNumber("quota.memoryMiB", quota.memoryMiB, 1, 100_000_000, "MiB");
  report.wholeNumber("quota.pods", quota.pods, 1, 100_000, "pods");
  const { defaultCpuMillicores, defaultMemoryMiB, maxCpuMillicores, maxMemoryMiB } = limitRange;
  report.wholeNumber("limitRange.maxCpuMillicores", maxCpuMillicores, 1, 64_000, "millicores");
  report.wholeNumber("limitRange.maxMemoryMiB", maxMemoryMiB, 16, 262_144, "MiB");
  report.wholeNumber("limitRange.defaultCpuMillicores", defaultCpuMillicores, 1, maxCpuMillicores, "millicores");
  report.wholeNumber("limitRange.defaultMemoryMiB", defaultMemoryMiB, 1, maxMemoryMiB, "MiB");
}

function checkTeams({ viewers, editors }: NamespaceRecord, report: Reporter): void {
  const groups = [
    ...viewers.map((group, n) => [`viewers[${n}]`, group]),
    ...editors.map((e, n) => [`editors[${n}]`, e.group]),
  ];
  for (const [path, group] of groups as [string, string][])
    report.unless(/^[A-Za-z0-9][A-Za-z0-9._:@/-]{0,127}$/.test(group) && !group.startsWith("system:"), {
      code: "group",
      path,
      got: group,
      wanted: "the name of a team's group, not one of system:*",
      fix: "Name the group as the cluster's authentication says it.",
    });
  for (const [n, { why }] of editors.entries()) report.reason(`editors[${n}].why`, why);
}
