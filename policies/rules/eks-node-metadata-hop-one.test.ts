import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { nodeGroupWith, ofNodeGroup } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { eksNodeMetadataHopOne } from "./eks-node-metadata-hop-one.ts";

const hops = (httpPutResponseHopLimit?: unknown) =>
  nodeGroupWith({ metadataOptions: { httpTokens: "required", httpPutResponseHopLimit } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "aws:ec2/launchTemplate:LaunchTemplate",
    (props) => (props.metadataOptions.httpPutResponseHopLimit = 2),
    ofNodeGroup(graph),
  );

testRule(eksNodeMetadataHopOne, {
  passes: { "one hop": hops(1), "a template of something else": [hops(1)[0]!, nodeGroupWith({})[1]!] },
  fails: {
    "two hops": [hops(2), /metadata hop limit\n {2}got {5}2/],
    "nothing said": [nodeGroupWith({}), /got {5}nothing/],
  },
  unknown: hops(UNKNOWN),
  mutant,
});
