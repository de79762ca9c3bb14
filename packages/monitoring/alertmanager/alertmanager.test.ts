import assert from "node:assert/strict";
import { isAlert } from "@pyairtable/slo";
import { ruleFiles } from "../rule-files.ts";
import { normaliseSettings } from "../settings/normalise.ts";
import { fixturePlan } from "../testing/fixture.ts";
import type { AlertingArgs } from "./args.ts";
import { checkAlerting } from "./checks.ts";
import { type AlertRoute, alertmanagerConfig } from "./config.ts";
import { defaultAlerting } from "./defaults.ts";
import { INHIBITIONS } from "./inhibitions.ts";
import { routeCases } from "./route-cases.ts";
import { secretFiles } from "./secrets.ts";

const plan = fixturePlan();
const args = defaultAlerting(plan);
const config = alertmanagerConfig(args);
const alerts = ruleFiles(plan, normaliseSettings(plan)).flatMap(({ groups }) =>
  groups.flatMap(({ rules }) => rules.filter(isAlert)),
);

describe("alert routes", () => {
  it("name receivers that there are, and each once", () => {
    const names = config.receivers.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    const routed = (route: AlertRoute): string[] => [route.receiver, ...(route.routes ?? []).flatMap(routed)];
    for (const name of routed(config.route)) assert.ok(names.includes(name), name);
  });
  it("send the watchdog on every minute", () => {
    const [watchdog] = config.route.routes!;
    assert.deepEqual(
      [watchdog!.receiver, watchdog!.repeat_interval, watchdog!.group_wait],
      ["dead-mans-switch", "1m", "0s"],
    );
  });
  it("have a case for each alert, page and ticket apart", () => {
    const files = ruleFiles(plan, normaliseSettings(plan));
    const cases = routeCases(plan, args, files);
    for (const { alert } of alerts)
      assert.ok(
        cases.some(({ labels }) => labels.alertname === alert),
        alert,
      );
    assert.ok(
      cases.some(({ receiver }) => receiver === "team-data-page") &&
        cases.some(({ receiver }) => receiver === "team-data-ticket"),
    );
  });
  it("hold no secret, only where it lies", () => {
    const text = JSON.stringify(config);
    assert.doesNotMatch(text, /routing_key"|api_url"|password"|credentials"/);
    for (const { path } of secretFiles(args)) assert.ok(text.includes(path), path);
  });
  it("wake nobody outside production", () => {
    const text = JSON.stringify(alertmanagerConfig(defaultAlerting({ ...plan, production: false })));
    assert.ok(!text.includes("pagerduty") && text.includes("nowhere"));
  });
  it("write mail over TLS, with its password in a file", () => {
    const smtp = {
      smarthost: "smtp.example.com:587",
      from: "alerts@example.com",
      username: "alerts",
      passwordSecret: "shop/smtp",
    };
    const { global } = alertmanagerConfig({ ...args, smtp });
    assert.deepEqual(
      [global.smtp_require_tls, global.smtp_auth_password_file],
      [true, "/etc/alertmanager/secrets/shop_smtp"],
    );
  });
});

describe("inhibitions", () => {
  const names = new Set(alerts.map(({ alert }) => alert));
  const scopes = new Set(alerts.map(({ labels }) => labels?.scope));
  it("speak of alerts and scopes that there are", () => {
    for (const matcher of INHIBITIONS.flatMap((rule) => [...rule.source_matchers, ...rule.target_matchers])) {
      const [, label, values] = /^(\w+)=~?"(.+)"$/.exec(matcher)!;
      const known = label === "alertname" ? names : label === "scope" ? scopes : new Set(["page", "ticket", "info"]);
      for (const value of values!.split("|")) assert.ok(known.has(value), matcher);
    }
  });
  it("let a lost node silence its pods", () => {
    const [node] = INHIBITIONS;
    assert.deepEqual(
      [node!.source_matchers, node!.target_matchers, node!.equal],
      [['alertname="NodeNotReady"'], ['scope="pod"'], ["node"]],
    );
  });
  it("never hide a page of an objective behind another alert", () => {
    for (const { target_matchers } of INHIBITIONS)
      assert.ok(!target_matchers.some((matcher) => matcher.includes("BurnFast")));
  });
});

describe("wrong alerting", () => {
  const receiver = args.receivers["team-shop"]!;
  const withShop = (changes: Partial<typeof receiver>): AlertingArgs => ({
    ...args,
    receivers: { ...args.receivers, "team-shop": { ...receiver, ...changes } },
  });
  const slack = (urlSecret: string, channel = "#team-shop") =>
    withShop({ ticket: [{ kind: "slack", channel, urlSecret }] });
  const pasted = `https://hooks.slack.example/services/${"T0".repeat(6)}`;
  const cases: [what: string, args: AlertingArgs, code: string, path: RegExp][] = [
    ["no channel for pages", withShop({ page: [] }), "monitoring.receiver", /team-shop\.page/],
    ["a receiver without secret", slack(""), "monitoring.receiver-secret", /team-shop\.ticket\[0\]/],
    ["a pasted URL", slack(pasted), "monitoring.receiver-secret", /team-shop\.ticket\[0\]/],
    [
      "a pasted key",
      withShop({ page: [{ kind: "pagerduty", routingKeySecret: "a1B2".repeat(8) }] }),
      "monitoring.receiver-secret",
      /page\[0\]\.routingKeySecret/,
    ],
    ["a channel without its sign", slack("shop/slack", "team-shop"), "monitoring.receiver", /channel/],
    [
      "plain http",
      withShop({ ticket: [{ kind: "webhook", url: "http://x.example", tokenSecret: "shop/hook" }] }),
      "monitoring.receiver",
      /url/,
    ],
    [
      "mail without a server",
      withShop({ ticket: [{ kind: "email", to: "a@example.com" }] }),
      "monitoring.receiver",
      /ticket\[0\]/,
    ],
    ["an unknown fallback", { ...args, fallback: "team-none" }, "monitoring.receiver", /fallback/],
    [
      "an owner that the plan has not",
      { ...args, receivers: { ...args.receivers, "team-shp": receiver } },
      "monitoring.receiver",
      /team-shp/,
    ],
    [
      "production without a dead man's switch",
      { ...args, deadMansSwitch: null },
      "monitoring.receiver",
      /deadMansSwitch/,
    ],
  ];
  for (const [what, wrong, code, path] of cases) {
    it(`is named: ${what}`, () => {
      const found = checkAlerting(plan, wrong);
      assert.deepEqual(
        found.map((one) => one.code),
        [code],
      );
      assert.match(found[0]!.path, path);
    });
  }
  it("never shows a secret that was pasted", () => {
    assert.ok(!JSON.stringify(checkAlerting(plan, slack(pasted))).includes("hooks.slack"));
  });
  it("and the defaults are right", () => assert.deepEqual(checkAlerting(plan, args), []));
});
