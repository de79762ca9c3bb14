import { throwIfAny } from "@pyairtable/diagnostics";
import { addOnReporter, type Reporter } from "../reporter.ts";
import { assertValues, type ChartKeys } from "./values-check.ts";

/** How the args of an add-on with a chart become its record, and its record the chart's values. */
export interface ReleaseNormaliser<Args, Record> {
  /** The component's name, as its user knows it. */
  readonly component: string;
  /** Keys of the pinned chart, as generated. */
  readonly chart: object;
  /** Args with defaults; what is wrong with them goes to `report`. */
  readonly recordOf: (args: Args, report: Reporter) => Record;
  readonly valuesOf: (record: Record) => object;
}

/** Args to record; throws one `UserError` with all problems, and a plain Error where the chart would not take the values. */
export function normaliseRelease<Args, Record>(
  { component, chart, recordOf, valuesOf }: ReleaseNormaliser<Args, Record>,
  args: Args,
): Record {
  const report = addOnReporter(component);
  const record = recordOf(args, report);
  throwIfAny(component, report.diagnostics);
  assertValues(chart as ChartKeys, valuesOf(record));
  return record;
}
