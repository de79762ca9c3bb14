import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { checkPlace, type Reporter } from "../../shared/index.ts";
import type { ApiClient, EksClusterRecord } from "./args.ts";
import { knownVersions } from "./versions.ts";

const PRINCIPAL = /^arn:aws[a-z-]*:iam::\d{12}:(role|user)\/[\w+=,.@/-]+$/;
/** Graviton families have a `g` behind the generation: t4g, m7g, c6gd. */
const ARM64_INSTANCE = /^[a-z]+\d+g[a-z]*\.\w+$/;
const CIDR = /^(\d{1,3}\.){3}\d{1,3}\/(\d|[12]\d|3[0-2])$/;
const PRIVATE = /^(10\.|172\.(1[6-9]|2\d|3[01])\.|192\.168\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

/** Everything wrong with a cluster. */
export function checkCluster(record: EksClusterRecord, report: Reporter): void {
  const { unless } = report;
  checkPlace(record, report);
  unless(knownVersions().includes(record.version), {
    code: "version",
    path: "version",
    got: record.version,
    wanted: `one of ${knownVersions().join(", ")}`,
    fix: "Take a known version, or add its add-ons to data/versions.json.",
  });
  checkZones(record.zones, report);
  checkAccess(record, report);
  checkSystemNodes(record, report);
  unless(LOG_RETENTION_DAYS.includes(record.logRetentionDays), {
    code: "retention",
    path: "logRetentionDays",
    got: record.logRetentionDays,
    wanted: `one of ${LOG_RETENTION_DAYS.slice(0, 12).join(", ")} … days`,
    fix: "Pick the next value CloudWatch has.",
  });
  checkEndpoint(record, report);
}

export function checkZones(zones: readonly string[], { unless }: Reporter): void {
  unless(zones.length >= 2 && zones.length <= 6 && new Set(zones).size === zones.length, {
    code: "zones",
    path: "zones",
    got: zones,
    wanted: "2 to 6 different zones: EKS takes no fewer than two",
    fix: "Give the zones of the private subnets.",
  });
}

function checkAccess({ access }: EksClusterRecord, { unless }: Reporter): void {
  unless(
    access.some(({ policy }) => policy === "AmazonEKSClusterAdminPolicy"),
    {
      code: "admin",
      path: "adminPrincipalArns",
      got: [],
      wanted: "at least one: whoever makes the cluster is no administrator by itself",
      fix: "Name the role that runs Pulumi.",
    },
  );
  for (const { principalArn } of access)
    unless(PRINCIPAL.test(principalArn), {
      code: "principal",
      path: "adminPrincipalArns, viewerPrincipalArns",
      got: principalArn,
      wanted: "the ARN of an IAM role or user; of an assumed role, the role's own",
      fix: "Give the ARN as `aws iam get-role` shows it.",
    });
  const arns = access.map(({ principalArn }) => principalArn);
  unless(new Set(arns).size === arns.length, {
    code: "principal-twice",
    path: "adminPrincipalArns, viewerPrincipalArns",
    got: arns.filter((arn, index) => arns.indexOf(arn) !== index),
    wanted: "each principal once: a cluster has one entry for each",
    fix: "Remove the repeated one.",
  });
}

function checkSystemNodes({ system }: EksClusterRecord, report: Reporter): void {
  report.unless(ARM64_INSTANCE.test(system.instanceType), {
    code: "instance-type",
    path: "system.instanceType",
    got: system.instanceType,
    wanted: "an ARM64 (Graviton) type, such as t4g.medium",
    fix: "Take the Graviton family of the same size.",
  });
  report.wholeNumber("system.count", system.count, 1, 9, "nodes");
}

function checkEndpoint({ publicEndpoint, apiClients }: EksClusterRecord, report: Reporter): void {
  const { unless } = report;
  if (publicEndpoint !== null) {
    report.reason("publicEndpoint.why", publicEndpoint.why);
    const { cidrs } = publicEndpoint;
    unless(cidrs.length > 0 && cidrs.every((cidr) => CIDR.test(cidr) && !cidr.endsWith("/0")), {
      code: "public-cidr",
      path: "publicEndpoint.cidrs",
      got: cidrs,
      wanted: "IPv4 blocks narrower than the whole internet",
      fix: "Name the addresses of the office, VPN or runner.",
    });
  }
  for (const client of apiClients) checkApiClient(client, report);
  const names = apiClients.map(({ name }) => name);
  unless(new Set(names).size === names.length, {
    code: "api-client",
    path: "apiClients",
    got: names,
    wanted: "different names",
    fix: "Rename one of them.",
  });
}

function checkApiClient({ name, cidr, why }: ApiClient, report: Reporter): void {
  report.unless(/^[a-z][a-z0-9-]{0,30}$/.test(name) && CIDR.test(cidr) && PRIVATE.test(cidr), {
    code: "api-client",
    path: "apiClients",
    got: { name, cidr },
    wanted: "a name of a-z 0-9 - and a private IPv4 block",
    fix: "Give the block of the VPN or subnet, such as 10.0.0.0/16.",
  });
  report.reason(`apiClients.${name}.why`, why);
}
