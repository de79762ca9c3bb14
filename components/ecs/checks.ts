import type { Diagnostic } from "@pyairtable/diagnostics";
import type { ServiceArgs } from "./args.ts";
import { checkContainer } from "./check-container.ts";
import { checkOperation } from "./check-operation.ts";
import { checkShape } from "./check-shape.ts";
import { checkTraffic } from "./check-traffic.ts";
import type { ServiceRecord } from "./record.ts";
import { reporter } from "./reporter.ts";

/** Everything wrong with a service, in one list. */
export function checkService(record: ServiceRecord, args: ServiceArgs): Diagnostic[] {
  const report = reporter(`Service ${String(args.service)}`);
  checkShape(record, report);
  checkContainer(record, args, report);
  checkTraffic(record, args, report);
  checkOperation(record, report);
  return report.diagnostics;
}
