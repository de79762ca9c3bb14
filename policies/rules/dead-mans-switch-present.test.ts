import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, stackRelease, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { deadMansSwitchPresent } from "./dead-mans-switch-present.ts";

const route = { routes: [{ matchers: ['alertname="Watchdog"'], receiver: "heartbeat" }] };
const heartbeat = { name: "heartbeat", webhook_configs: [{ url: "https://x" }] };
const release = (config: unknown) => stackRelease({ alertmanager: { config } });

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => {
    watched.alertmanager.route.routes = [];
  });

testRule(deadMansSwitchPresent, {
  config: { required: true, alert: "Watchdog" },
  passes: { "a route to a hook": watchTasks(), "a chart": release({ route, receivers: [heartbeat] }) },
  fails: {
    "no route": [watchTasks((watched) => Object.assign(watched.alertmanager.route, { routes: [] })), /Watchdog/],
    "a route to nowhere": [release({ route, receivers: [{ name: "heartbeat" }] }), /a channel/],
    "no configuration": [release({}), /Watchdog/],
  },
  unknown: release(UNKNOWN),
  mutant,
});
