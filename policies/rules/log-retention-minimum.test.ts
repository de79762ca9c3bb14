import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { logRetentionMinimum } from "./log-retention-minimum.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const kept = (retentionInDays?: number | string) => resource(GROUP, { retentionInDays });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.retentionInDays = 1));

testRule(logRetentionMinimum, {
  config: { minDays: 14 },
  passes: { "the limit itself": kept(14), "for ever, which another rule catches": kept() },
  fails: { "a day": [kept(1), /at least 14 days/] },
  unknown: kept(UNKNOWN),
  mutant,
});
