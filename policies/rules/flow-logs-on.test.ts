import { remove, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { flowLogsOn } from "./flow-logs-on.ts";

const LOG = "aws:ec2/flowLog:FlowLog";
const vpc = resource("aws:ec2/vpc:Vpc", {});
const log = (trafficType: string) => resource(LOG, { trafficType });

export const mutant: Mutant = (graph) => remove(graph, ({ type }) => type === LOG);

testRule(flowLogsOn, {
  config: { required: true },
  passes: { logged: [vpc, log("ALL")], "only what is refused": [vpc, log("REJECT")], "no VPC": [] },
  fails: { none: [vpc, /flow logs of all traffic/], "only what is accepted": [[vpc, log("ACCEPT")], /got {5}0/] },
  unknownIs: { fine: [vpc, log(UNKNOWN)] },
  mutant,
});
