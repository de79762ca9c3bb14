import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, alert, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { alertsHaveOwners } from "./alerts-have-owners.ts";

const task = (change: object) => watchTasks((watched) => watched.rules.push(alert({ ...change })));
const severity = { severity: "ticket" };
const joined = "(a) * on (service) group_left (owner, tier) service:info";

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => watched.rules.push(alert({ labels: { severity: "page" } })));

testRule(alertsHaveOwners, {
  config: { severities: ["info", "page", "ticket"] },
  passes: {
    "an owner by label": task({}),
    "an owner by join": task({ labels: severity, expr: joined }),
    "an objective's": task({ labels: severity, expr: "slo:objective:ratio unless on (service) up" }),
  },
  fails: {
    "nobody's": [task({ labels: severity }), /no owner/],
    "a severity nobody routes": [task({ labels: { severity: "warning", owner: "a" } }), /no severity/],
    "no words": [task({ annotations: { dashboard_url: "https://x" } }), /no summary, description/],
    "no dashboard": [task({ annotations: { summary: "s", description: "d" } }), /dashboard_url/],
  },
  unknown: resource("kubernetes:monitoring.coreos.com/v1:PrometheusRule", { spec: { groups: UNKNOWN } }),
  mutant,
});
