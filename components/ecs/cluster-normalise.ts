import { LOG_RETENTION_DAYS } from "@pyairtable/aws-facts";
import { throwIfAny } from "@pyairtable/diagnostics";
import { checkPlace, physicalName } from "../shared/index.ts";
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
  checkPlace(record, report);
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
