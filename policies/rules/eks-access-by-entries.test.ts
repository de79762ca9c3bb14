import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksAccessByEntries } from "./eks-access-by-entries.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (authenticationMode?: string) => resource(CLUSTER, { accessConfig: { authenticationMode } });

export const mutant: Mutant = (graph) =>
  edit(graph, CLUSTER, (props) => (props.accessConfig.authenticationMode = "API_AND_CONFIG_MAP"));

testRule(eksAccessByEntries, {
  passes: { "entries alone": cluster("API") },
  fails: {
    "both ways": [cluster("API_AND_CONFIG_MAP"), /got {5}"API_AND_CONFIG_MAP"/],
    "AWS's default": [resource(CLUSTER, {}), /got {5}nothing/],
  },
  unknown: cluster(UNKNOWN),
  mutant,
});
