import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { throwIfAny } from "@pyairtable/diagnostics";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import { physicalName } from "../shared/index.ts";
import type { ClusterArgs, ClusterRecord } from "./cluster-args.ts";
import { type Reporter, reporter } from "./reporter.ts";

/** Args to record: defaults and checks; throws one `UserError` with all problems. */
export function normaliseCluster(args: ClusterArgs): ClusterRecord {
  const clusterName = physicalName("ecs-cluster", `${args.project}-${args.environment}`);
  const record: ClusterRecord = {
    project: args.project,
    environment: args.environment,
    region: args.region,
    accountId: args.accountId,
    tags: args.tags,
    clusterName,
    containerInsights: args.containerInsights ?? "disabled",
    exec: args.exec ?? null,
    execLogGroupName: `/${args.project}/${args.environment}/exec-audit`,
    execKeyAlias: `alias/${clusterName}-exec`,
    spotPercent: args.spotPercent ?? 70,
    ephemeralStorageKmsKeyArn: args.ephemeralStorageKmsKeyArn ?? null,
  };
  const report = reporter(`Cluster ${clusterName}`);
  checkCluster(record, report);
  throwIfAny(`Cluster ${clusterName}`, report.diagnostics);
  return record;
}

function checkCluster(record: ClusterRecord, report: Reporter): void {
  const { unless } = report;
  for (const key of ["project", "environment"] as const)
    unless(/^[a-z][a-z0-9-]{1,31}$/.test(record[key]), {
      code: "name",
      path: key,
      got: record[key],
      wanted: "2 to 32 of a-z 0-9 -, a letter first",
      fix: `Rename ${key}.`,
    });
  unless(/^[a-z]{2}(-[a-z]+)+-\d$/.test(record.region), {
    code: "region",
    path: "region",
    got: record.region,
    wanted: "an AWS region, such as us-east-1",
    fix: "Give the region of the environment.",
  });
  unless(/^\d{12}$/.test(record.accountId), {
    code: "account",
    path: "accountId",
    got: record.accountId,
    wanted: "twelve digits, as text",
    fix: "Give the account's id as a plain string.",
  });
  for (const key of COST_TAG_KEYS)
    unless((record.tags?.[key] ?? "").trim() !== "", {
      code: "tag",
      path: `tags.${key}`,
      got: record.tags?.[key],
      wanted: "a value: cost is allocated by it",
      fix: "Build the tags with costTags().",
    });
  unless(["disabled", "enabled", "enhanced"].includes(record.containerInsights), {
    code: "insights",
    path: "containerInsights",
    got: record.containerInsights,
    wanted: "disabled, enabled or enhanced",
    fix: "Pick one of the three.",
  });
  report.wholeNumber("spotPercent", record.spotPercent, 0, 100, "percent");
  if (record.exec === null) return;
  report.reason("exec.why", record.exec.why);
  unless(LOG_RETENTION_DAYS.includes(record.exec.auditRetentionDays), {
    code: "retention",
    path: "exec.auditRetentionDays",
    got: record.exec.auditRetentionDays,
    wanted: `one of ${LOG_RETENTION_DAYS.slice(0, 12).join(", ")} … days`,
    fix: "Pick the next value CloudWatch has.",
  });
}
