import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { tagsOfService } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, COMPONENT, objective, watchedStack } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { objectivesDefined } from "./objectives-defined.ts";

const RECORD = "slo:objective:ratio";
const ecs = (service: string) => resource("aws:ecs/service:Service", { name: service, tags: tagsOfService(service) });
const pods = (service: string) =>
  resource("kubernetes:apps/v1:Deployment", {
    metadata: { name: service, labels: { [COST_LABELS.Service]: service } },
  });
const object = (service: string) =>
  resource("kubernetes:monitoring.coreos.com/v1:PrometheusRule", {
    spec: { groups: [{ rules: [objective(service)] }] },
  });
const component = resource(COMPONENT, {});
/** Without objectives of its own, so that only the graph's would count. */
const forgetting = (service: string) =>
  watchedStack((watched) => {
    watched.rules = watched.rules.filter(({ labels }) => labels.service !== service);
  });

export const mutant: Mutant = (graph) => {
  // A stack that is watched already has every objective: take one out of all that is there.
  const left = graph.filter(
    ({ type, props }) =>
      type !== "aws:ecs/taskDefinition:TaskDefinition" ||
      !String(props.containerDefinitions).includes('"name":"prometheus"'),
  );
  graph.splice(0, graph.length, ...left);
  addWatch(graph, (watched) => {
    watched.rules = watched.rules.filter(({ record }) => record !== RECORD);
  });
};

testRule(objectivesDefined, {
  config: { record: RECORD },
  passes: {
    "one each": [...watchedStack(), ecs("record-service"), ecs("api-gateway")],
    "on a cluster": [component, object("user-service"), pods("user-service")],
    "no Prometheus": [component, ecs("record-service")],
    "a task that is no service's": [
      ...watchedStack(),
      resource("aws:ecs/service:Service", { name: "monitoring-metrics" }),
    ],
  },
  fails: {
    "a service without": [[...forgetting("record-service"), ecs("record-service")], /record-service/],
    "pods without": [[component, object("user-service"), pods("table-service")], /table-service/],
  },
  unknown: [component, resource("aws:amp/ruleGroupNamespace:RuleGroupNamespace", { data: UNKNOWN })],
  mutant,
});
