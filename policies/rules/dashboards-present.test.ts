import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, COMPONENT, stackRelease, watchedStack } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { dashboardsPresent } from "./dashboards-present.ts";

const component = resource(COMPONENT, {});
const grafana = stackRelease({ grafana: { enabled: true } });
const pages = (data: object, labels: object = { grafana_dashboard: "1" }) =>
  resource("kubernetes:core/v1:ConfigMap", { metadata: { name: "dashboards", labels }, data });
const both = { "a.json": '{"uid":"pyairtable-slo"}', "b.json": '{"uid":"pyairtable-cost"}' };
const without = (uid: string) =>
  watchedStack((watched) => {
    watched.dashboards = watched.dashboards.filter((one) => one !== uid);
  });

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => {
    watched.dashboards = [];
  });

testRule(dashboardsPresent, {
  config: { uids: ["pyairtable-cost", "pyairtable-slo"] },
  passes: {
    "all on ECS": watchedStack(),
    "all on a cluster": [component, grafana, pages(both)],
    "no Grafana": [component, stackRelease({ grafana: { enabled: false } })],
  },
  fails: {
    "one missing": [without("pyairtable-slo"), /pyairtable-slo/],
    "none on a cluster": [[component, grafana], /pyairtable-cost/],
    "where nobody looks": [[component, grafana, pages(both, {})], /pyairtable-cost/],
    "no JSON": [[component, grafana, pages({ "a.json": "{" })], /pyairtable-slo/],
  },
  unknown: [component, grafana, resource("kubernetes:core/v1:ConfigMap", { metadata: UNKNOWN })],
  mutant,
});
