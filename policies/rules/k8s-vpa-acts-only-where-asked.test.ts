import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object, ofService } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sVpaActsOnlyWhereAsked } from "./k8s-vpa-acts-only-where-asked.ts";

const VPA = "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler";
const vpa = (updateMode?: string, service = "platform") =>
  object(VPA, "api", { spec: { updatePolicy: { updateMode } } }, { labels: { [COST_LABELS.Service]: service } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    VPA,
    ({ spec }) => {
      spec.updatePolicy = { updateMode: "Recreate" };
      // On nothing an autoscaler watches, so that this rule alone has something to say.
      spec.resourcePolicy = { containerPolicies: [{ containerName: "*", controlledResources: [] }] };
    },
    ofService("record-service"),
  );

testRule(k8sVpaActsOnlyWhereAsked, {
  config: { acting: ["search-service"] },
  passes: { off: vpa("Off"), "at start": vpa("Initial"), "as asked": vpa("InPlaceOrRecreate", "search-service") },
  fails: {
    "the default": [vpa(), /updateMode\n {2}got {5}"Auto"/],
    "in place": [vpa("InPlaceOrRecreate"), /one of Off, Initial/],
  },
  unknown: vpa(UNKNOWN),
  mutant,
});
