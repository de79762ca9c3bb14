import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { editDeployment, podWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sOwnerLabelsMatchCatalog } from "./k8s-owner-labels-match-catalog.ts";

const of = (labels: Record<string, string>) => podWith({}, { "pyairtable.io/service": "record-service", ...labels });

export const mutant: Mutant = (graph) =>
  editDeployment(graph, (_, { metadata }) => (metadata.labels["pyairtable.io/owner"] = "team-other"));

testRule(k8sOwnerLabelsMatchCatalog, {
  passes: {
    "the catalog's": of({ "pyairtable.io/owner": "team-records", "pyairtable.io/cost-center": "cc-1300" }),
    "what all share": of({ "pyairtable.io/service": "platform", "pyairtable.io/owner": "anyone" }),
    "no labels": podWith({}),
  },
  fails: {
    "another team": [
      of({ "pyairtable.io/owner": "team-other" }),
      /owner in labels[\s\S]*team-records, as the catalog says/,
    ],
    "another cost centre": [of({ "pyairtable.io/cost-center": "cc-1100" }), /cost-center in labels/],
  },
  unknown: of({ "pyairtable.io/owner": UNKNOWN }),
  mutant,
});
