import { stackRule } from "../rule.ts";
import { flag } from "../settings.ts";
import { readOr } from "../unknown.ts";

export const flowLogsOn = stackRule({
  id: "flow-logs-on",
  title: "Every VPC logs its flows, accepted and rejected.",
  severity: "medium",
  remediation: "Enable `network.flowLogs` in the stack's config.",
  controls: ["fsbp:EC2.6"],
  config: { required: flag(true, "Whether VPCs must log their flows") },
  check(graph, { required }) {
    const vpcs = graph.ofType("aws:ec2/vpc:Vpc");
    const logs = graph
      .ofType("aws:ec2/flowLog:FlowLog")
      .filter(({ props }) => readOr("ALL", () => props.trafficType) !== "ACCEPT");
    if (!required || logs.length >= vpcs.length) return [];
    return [
      {
        what: "flow logs of all traffic",
        got: logs.length,
        wanted: `${vpcs.length}, one a VPC`,
        fix: "Enable network.flowLogs.",
      },
    ];
  },
});
