import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, stackRelease, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { prometheusRetentionMinimum } from "./prometheus-retention-minimum.ts";

const SIZE = "--storage.tsdb.retention.size=9000MB";
const kept = (flags: string) => watchTasks((watched) => Object.assign(watched, { flags: `${flags} ${SIZE}` }));
const release = (spec: object) => stackRelease({ prometheus: { prometheusSpec: spec } });
const workspace = (props: object) => resource("aws:amp/workspaceConfiguration:WorkspaceConfiguration", { ...props });

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => {
    watched.flags = `--storage.tsdb.retention.time=7d ${SIZE}`;
  });

testRule(prometheusRetentionMinimum, {
  config: { minDays: 15 },
  passes: {
    "31 days": kept("--storage.tsdb.retention.time=31d"),
    weeks: kept("--storage.tsdb.retention.time=3w"),
    "a chart": release({ retention: "31d" }),
    "another chart": resource("kubernetes:helm.sh/v3:Release", { chart: "keda", values: {} }),
    managed: workspace({ retentionPeriodInDays: 31 }),
    "a task of a service": resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: "[]" }),
  },
  fails: {
    "a week": [kept("--storage.tsdb.retention.time=7d"), /retention of samples/],
    "hours below": [kept("--storage.tsdb.retention.time=300h"), /12\.5/],
    "nothing said": [kept(""), /nothing|null/],
    "a chart's default": [release({}), /at least 15 days/],
    managed: [workspace({ retentionPeriodInDays: 7 }), /7/],
  },
  unknown: workspace({ retentionPeriodInDays: UNKNOWN }),
  mutant,
});
