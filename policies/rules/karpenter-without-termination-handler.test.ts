import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editKubernetesContainer, nodePool, object, release } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { karpenterWithoutTerminationHandler } from "./karpenter-without-termination-handler.ts";

const daemon = (image: string) =>
  object("kubernetes:apps/v1:DaemonSet", "nth", {
    spec: { template: { spec: { containers: [{ name: "nth", image }] } } },
  });
const pool = nodePool({});

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => {
    const [host] = container.image.split("/");
    container.image = `${host}/pyairtable/aws-node-termination-handler:1.22.0`;
  });

testRule(karpenterWithoutTerminationHandler, {
  passes: {
    none: [pool, release({})],
    "one without Karpenter": daemon("public.ecr.aws/aws-ec2/aws-node-termination-handler:v1.22.0"),
  },
  fails: {
    "a chart": [
      [pool, release({ chart: "aws-node-termination-handler" })],
      /node termination handler\n {2}got {5}"aws-node/,
    ],
    "a daemon": [
      [pool, daemon("public.ecr.aws/aws-ec2/aws-node-termination-handler:v1.22.0")],
      /none beside Karpenter/,
    ],
  },
  unknown: [pool, daemon(UNKNOWN)],
  mutant,
});
