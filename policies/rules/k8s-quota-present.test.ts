import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object, podWith, servicePodWith } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sQuotaPresent } from "./k8s-quota-present.ts";

const QUOTA = "kubernetes:core/v1:ResourceQuota";
const quota = (hard: unknown, namespace = "records") => object(QUOTA, "quota", { spec: { hard } }, { namespace });
const podless = { "requests.cpu": "8", "requests.memory": "16Gi" };
const all = { ...podless, pods: "40" };

export const mutant: Mutant = (graph) => edit(graph, QUOTA, ({ spec }) => delete spec.hard["requests.memory"]);

testRule(k8sQuotaPresent, {
  passes: { "all bounded": [servicePodWith({}), quota(all)], "an add-on's namespace": podWith({}) },
  fails: {
    none: [
      servicePodWith({}),
      /quota of namespace records lacks\n {2}got {5}\["requests.cpu","requests.memory","pods"\]/,
    ],
    "one bound missing": [[servicePodWith({}), quota(podless)], /got {5}\["pods"\]/],
    "another namespace's": [[servicePodWith({}), quota(all, "other")], /namespace records/],
  },
  unknown: [servicePodWith({}), quota(UNKNOWN)],
  mutant,
});
