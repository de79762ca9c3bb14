import { throwIfAny } from "@pyairtable/diagnostics";
import { physicalName, reporter } from "../../../shared/index.ts";
import { DATA_DISK } from "../node-group-resources.ts";
import { placeRecord } from "../place.ts";
import type { KarpenterArgs, KarpenterRecord } from "./args.ts";
import { checkKarpenter } from "./checks.ts";

/** Args to record: defaults and checks; throws one `UserError` with all problems. */
export function normaliseKarpenter(args: KarpenterArgs): KarpenterRecord {
  const place = placeRecord(args);
  const record: KarpenterRecord = {
    ...place,
    zones: args.zones,
    pools: args.pools,
    architectures: args.architectures ?? ["arm64"],
    workingHours: args.workingHours ?? null,
    // The chart spreads them over hosts: a second one on a single node would wait for ever.
    replicas: Math.min(args.systemNodes, 2),
    serviceMonitor: args.serviceMonitor ?? false,
    diskGiB: args.diskGiB ?? DATA_DISK.gib,
    drainMinutes: args.drainMinutes ?? 30,
    queueName: physicalName("queue", `${place.clusterName}-karpenter`),
    nodeRoleName: physicalName("iam-role", `${place.clusterName}-karpenter-node`),
  };
  const subject = `Karpenter of ${place.clusterName}`;
  const report = reporter("eks", subject);
  checkKarpenter(record, args, report);
  throwIfAny(subject, report.diagnostics);
  return record;
}
