import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { logRetentionMaximum } from "./log-retention-maximum.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const kept = (retentionInDays?: number | string) => resource(GROUP, { retentionInDays });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => delete props.retentionInDays);

testRule(logRetentionMaximum, {
  config: { maxDays: 90 },
  passes: { "the limit itself": kept(90) },
  fails: { "a year": [kept(365), /1 to 90 days/], "no retention": [kept(), /for ever/], zero: [kept(0), /for ever/] },
  unknown: kept(UNKNOWN),
  mutant,
});
