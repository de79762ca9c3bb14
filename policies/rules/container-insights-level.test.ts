import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { containerInsightsLevel } from "./container-insights-level.ts";

const CLUSTER = "aws:ecs/cluster:Cluster";
const of = (value: string) => resource(CLUSTER, { settings: [{ name: "containerInsights", value }] });

export const mutant: Mutant = (graph) => edit(graph, CLUSTER, (props) => (props.settings[0].value = "enhanced"));

testRule(containerInsightsLevel, {
  config: { levels: ["disabled", "enabled"] },
  passes: { enabled: of("enabled"), disabled: of("disabled") },
  fails: {
    "the dear level": [of("enhanced"), /one of disabled, enabled/],
    "no level": [resource(CLUSTER, {}), /not stated/],
  },
  unknown: of(UNKNOWN),
  mutant,
});
