import type { Diagnostic } from "@pyairtable/diagnostics";
import { reporter } from "../../shared/index.ts";
import type { KubernetesServiceArgs } from "./args.ts";
import { checkAutoscaling } from "./check-autoscaling.ts";
import { checkContainer } from "./check-container.ts";
import { checkDisruption } from "./check-disruption.ts";
import { checkDrain } from "./check-drain.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkNames } from "./check-names.ts";
import { checkNetwork } from "./check-network.ts";
import type { WorkloadRecord } from "./record.ts";

/** Everything wrong with a service, in one list. */
export function checkWorkload(record: WorkloadRecord, args: KubernetesServiceArgs): Diagnostic[] {
  const report = reporter("workload", `KubernetesService ${String(record.service)}`);
  checkNames(record, report);
  checkContainer(record, report);
  checkDrain(record, report);
  checkAutoscaling(record, args.wiring ?? {}, report);
  checkDisruption(record, report);
  checkNetwork(record, report);
  checkIdentity(record, report);
  return report.diagnostics;
}
