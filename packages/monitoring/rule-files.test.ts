import assert from "node:assert/strict";
import { isAlert } from "@pyairtable/slo";
import { metricNames } from "./model/metric-names.ts";
import { prometheusGroups } from "./model/rule-file.ts";
import { ruleFiles } from "./rule-files.ts";
import { casesByAlert } from "./rule-tests/index.ts";
import { exportersOf } from "./rules/jobs.ts";
import { normaliseSettings } from "./settings/normalise.ts";
import { fixturePlan } from "./testing/fixture.ts";

const plan = fixturePlan();
const settings = normaliseSettings(plan);
const files = ruleFiles(plan, settings);
const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
const alerts = rules.filter(isAlert);

describe("rules of a plan", () => {
  it("have at least fifty alerts, each tested to fire and to hold still", () => {
    assert.ok(alerts.length >= 50, String(alerts.length));
    const cases = casesByAlert();
    const untested = alerts.filter(({ alert }) => {
      const { fires = 0, silent = 0 } = cases.get(alert) ?? {};
      // The watchdog has no silence to show.
      return fires < 1 || (silent < 1 && alert !== "Watchdog") || fires + silent < 2;
    });
    assert.deepEqual(
      untested.map(({ alert }) => alert),
      [],
    );
  });
  it("test no alert that there is not", () => {
    const names = new Set(alerts.map(({ alert }) => alert));
    assert.deepEqual(
      [...casesByAlert().keys()].filter((name) => !names.has(name)),
      [],
    );
  });
  it("ask nothing of a control plane that EKS hides (pitfall 28)", () => {
    for (const { expr } of rules)
      for (const name of metricNames(expr))
        assert.doesNotMatch(name, /^(?:scheduler|etcd|kube_controller|workqueue|apiserver)_/);
    assert.ok(!exportersOf(plan).some((name) => /scheduler|controller|etcd/.test(name)));
  });
  it("size memory by its maximum and CPU by its p99 (pitfall 34)", () => {
    const needed = (name: string) => rules.find((rule) => !isAlert(rule) && rule.record === name)!.expr;
    assert.match(needed("service:needed_memory:gib_stay"), /bytes_max_2w \* 1.15/);
    assert.match(needed("service:needed_cpu:vcpu_stay"), /vcpu_p99_2w \/ 0.8/);
    assert.match(needed("service:needed_memory:gib_stay"), /service:oom_killed:bool/);
  });
  it("speak of Kubernetes only where there is one", () => {
    const off = fixturePlan();
    const onEcs = off.services.filter(({ runtime }) => runtime === "ecs");
    const without = ruleFiles(
      { ...off, services: onEcs, kubernetes: { ...off.kubernetes, mode: "off", namespaces: [] } },
      settings,
    );
    const read = without.flatMap(({ groups }) =>
      groups.flatMap((group) => group.rules.flatMap(({ expr }) => metricNames(expr))),
    );
    assert.deepEqual(
      read.filter((name) => /^(?:kube_|container_|karpenter|keda_|argocd)/.test(name)),
      [],
    );
    assert.ok(read.includes("ecs_container_cpu_usage_seconds_total"));
  });
  it("leave USD out where nothing has a price", () => {
    const services = plan.services.filter(({ runtime }) => runtime === "kubernetes");
    const existing = { ...plan, services, kubernetes: { ...plan.kubernetes, mode: "existing" as const, nodes: null } };
    const text = JSON.stringify(ruleFiles(existing, settings));
    assert.ok(!text.includes("usd_per_month") && text.includes("service:provisioning:verdict"));
    assert.ok(
      text.includes("kube_node_labels") && !text.includes("karpenter_interruption"),
      "Spot loss is seen by the nodes",
    );
  });
  it("are the same whatever the order of services", () => {
    const turned = { ...plan, services: [...plan.services].reverse() };
    const sorted = (of: typeof files) => JSON.stringify(of).split("").sort().join("");
    assert.equal(sorted(ruleFiles(turned, settings)), sorted(files));
  });
});

describe("alerts as Prometheus takes them", () => {
  const prometheus = files
    .flatMap((file) => prometheusGroups(file, settings).flatMap((group) => group.rules))
    .filter(({ alert }) => alert !== undefined);
  it("have severity, scope, summary, description and two links", () => {
    for (const { alert, labels, annotations } of prometheus) {
      assert.ok(labels?.severity && labels?.scope, alert);
      assert.match(annotations!.runbook_url!, /^https:\/\/.*\/docs\/runbooks\/[a-z-]+\.md$/, alert);
      assert.match(annotations!.dashboard_url!, /^https:\/\/grafana\..*\/d\/pyairtable-/, alert);
      assert.ok(annotations!.summary && annotations!.description, alert);
    }
  });
  it("have an owner: as a label, or carried by the expression", () => {
    const carried = prometheus.filter(({ labels }) => labels!.owner === undefined);
    for (const { alert, expr } of carried) assert.match(expr, /owner|slo:objective|slo:period_error_budget/, alert);
  });
  it("write their texts for Go's templates: braces are whole", () => {
    for (const { alert, annotations } of prometheus) {
      const text = Object.values(annotations!).join();
      assert.equal(text.split("{{").length, text.split("}}").length, alert);
      assert.doesNotMatch(text, /undefined|\[object/, alert);
    }
  });
});
