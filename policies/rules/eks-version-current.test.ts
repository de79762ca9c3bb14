import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksVersionCurrent } from "./eks-version-current.ts";

const CLUSTER = "aws:eks/cluster:Cluster";
const cluster = (version?: string) => resource(CLUSTER, { version });

export const mutant: Mutant = (graph) => edit(graph, CLUSTER, (props) => (props.version = "1.29"));

testRule(eksVersionCurrent, {
  config: { oldest: "1.33" },
  passes: { "the oldest": cluster("1.33"), newer: cluster("1.34"), "of two digits more": cluster("1.100") },
  fails: {
    older: [cluster("1.32"), /Kubernetes version\n {2}got {5}"1.32"\n {2}wanted {2}1.33 or newer/],
    none: [cluster(), /got {5}nothing/],
    "nodes of an older one": [resource("aws:eks/nodeGroup:NodeGroup", { version: "1.9" }), /"1.9"/],
  },
  unknown: cluster(UNKNOWN),
  mutant,
});
