import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { fixtureLabels } from "../testing/fixture-labels.ts";
import { object, ofService, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sCostLabelsPresent } from "./k8s-cost-labels-present.ts";

const OWNER = "pyairtable.io/owner";
const CLAIM = "kubernetes:core/v1:PersistentVolumeClaim";
const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
const labels = fixtureLabels();
const { [OWNER]: _, ...ownerless } = labels;
const statefulSet = (claimLabels: object) => {
  const volumeClaimTemplates = [{ metadata: { name: "data", labels: claimLabels } }];
  return podWith({}, labels, { volumeClaimTemplates }, STATEFUL_SET);
};

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    "kubernetes:apps/v1:Deployment",
    (props) => delete props.spec.template.metadata.labels[OWNER],
    ofService("record-service"),
  );

testRule(k8sCostLabelsPresent, {
  passes: {
    "all six": podWith({}, labels),
    "a labelled claim": object(CLAIM, "data", {}, { labels }),
    "a stateful set's claims": statefulSet(labels),
    "an object that costs nothing": object("kubernetes:core/v1:ConfigMap", "x"),
  },
  fails: {
    "no labels at all": [object("kubernetes:core/v1:Namespace", "x"), /"pyairtable.io\/project"/],
    "one missing in the object": [
      object(CLAIM, "data", {}, { labels: ownerless }),
      /in labels\n {2}got {5}\["pyairtable.io\/owner"\]/,
    ],
    "one empty in the pods": [podWith({}, { ...labels, [OWNER]: "" }), /in pod labels/],
    "a stateful set's claims": [statefulSet(ownerless), /in labels of claim data/],
  },
  unknown: podWith({}, { ...labels, [OWNER]: UNKNOWN }),
  mutant,
});
