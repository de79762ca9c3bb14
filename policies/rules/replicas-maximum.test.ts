import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, podWith, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { replicasMaximum } from "./replicas-maximum.ts";

const SERVICE = "aws:ecs/service:Service";

export const mutant: Mutant = (graph) => edit(graph, SERVICE, (props) => (props.desiredCount = 12));

testRule(replicasMaximum, {
  config: { maxTasks: 6 },
  passes: {
    "the limit itself": resource(SERVICE, { desiredCount: 6 }),
    "none stated, which means one": resource(SERVICE, {}),
    "pods of an HPA": hpa({ minReplicas: 6, maxReplicas: 20 }),
    "a workload that leaves it to an autoscaler": podWith({}),
  },
  fails: {
    "one more": [resource(SERVICE, { desiredCount: 7 }), /at most 6/],
    "pods of an HPA": [hpa({ minReplicas: 7 }), /got {5}7/],
    "pods of a ScaledObject": [scaledObject({ minReplicaCount: 7 }), /got {5}7/],
    "pods of a Deployment": [podWith({}, {}, { replicas: 7 }), /got {5}7/],
  },
  unknown: resource(SERVICE, { desiredCount: UNKNOWN }),
  mutant,
});
