import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { hpa, object, ofService, scaledObject } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sHpaAndVpaApart } from "./k8s-hpa-and-vpa-apart.ts";

const VPA = "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler";
const targetRef = { kind: "Deployment", name: "api" };
const vpa = (updateMode: string | undefined, ...containerPolicies: object[]) =>
  object(VPA, "api", { spec: { targetRef, updatePolicy: { updateMode }, resourcePolicy: { containerPolicies } } });
const onCpu = hpa({ metrics: [{ type: "Resource", resource: { name: "cpu" } }] });
const only = (resource: string, containerName = "*") => ({ containerName, controlledResources: [resource] });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    VPA,
    ({ spec }) => {
      // In a mode that needs no leave, so that this rule alone has something to say.
      spec.updatePolicy = { updateMode: "Initial" };
      spec.resourcePolicy = { containerPolicies: [only("cpu")] };
    },
    ofService("record-service"),
  );

testRule(k8sHpaAndVpaApart, {
  passes: {
    "recommends only": [vpa("Off"), onCpu],
    "memory beside CPU": [vpa("Initial", only("memory")), onCpu],
    "another's": [vpa("Initial"), hpa({}, "other")],
    "a queue's length": [vpa("Initial"), scaledObject({ triggers: [{ type: "aws-sqs-queue" }] })],
    "a container left alone": [vpa("Initial", { containerName: "*", mode: "Off" }), onCpu],
  },
  fails: {
    "both by default": [[vpa(undefined), onCpu], /resources the VPA sets\n {2}got {5}\["cpu"\]/],
    "the API's default metric": [[vpa("Initial"), hpa({})], /\["cpu"\]/],
    "on purpose": [[vpa("Initial", only("cpu")), onCpu], /updateMode Off/],
    "a ScaledObject's trigger": [[vpa("Auto"), scaledObject({ triggers: [{ type: "memory" }] })], /\["memory"\]/],
    "one container's metric": [
      [vpa("Auto"), hpa({ metrics: [{ type: "ContainerResource", containerResource: { name: "cpu" } }] })],
      /\["cpu"\]/,
    ],
  },
  unknown: [vpa(UNKNOWN), onCpu],
  mutant,
});
