import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { pricePlan } from "@pyairtable/cost-model";
import { availabilityOf } from "@pyairtable/spot-risk";
import { fixturePlan } from "../monitoring/testing/fixture.ts";
import { floored, usd } from "./html/format.ts";
import type { ReportInput } from "./input.ts";
import { readLab } from "./lab/read-lab.ts";
import { renderReport } from "./page.ts";
import { EXPECTED, labFiles, labTexts } from "./testing/lab-texts.ts";

const plan = fixturePlan();
const EVIL = "</td><script>alert(1)</script>";
const input: ReportInput = {
  plan,
  rules: [
    {
      id: "image-pinned",
      title: "Images are pinned.",
      severity: "high",
      enforcement: "mandatory",
      controls: ["fsbp:ECS.4", "wa:security"],
    },
    {
      id: "task-cpu-limit",
      title: "Tasks are small.",
      severity: "low",
      enforcement: "mandatory",
      controls: ["wa:cost", "own:1"],
    },
  ],
  frameworks: { wa: "AWS Well-Architected, pillar", fsbp: "AWS Foundational Security Best Practices" },
  lab: null,
  labFolder: "dist/lab/monitoring",
  madeAt: "2026-11-25T08:00:00.000Z",
};
const labOf = (changes: Parameters<typeof labTexts>[0] = {}) => readLab(labTexts(changes), EXPECTED, "lab");
const page = renderReport({ ...input, lab: labOf() });
const part = (id: string, text = page) => text.slice(text.indexOf(`id="${id}"`)).split("</section>")[0]!;

describe("the report", () => {
  it("says what the price book says, to the cent", () => {
    const cost = pricePlan(plan);
    const services = part("cost-services");
    const foot = services.slice(services.indexOf("<tfoot>"));
    const all = Object.values(cost.services);
    for (const key of ["baselineUsd", "plannedUsd"] as const) {
      assert.ok(foot.includes(`>${usd(all.reduce((sum, one) => sum + one[key], 0))}<`), key);
      assert.ok(part("summary").includes(usd(cost[key])), key);
    }
    for (const [name, { plannedUsd }] of Object.entries(cost.services)) {
      assert.match(services, new RegExp(`>${name}</th>.*?>${usd(plannedUsd).replace(".", "\\.")}<`));
    }
    assert.ok(part("summary").includes(`${cost.savedPercent}%`));
  });
  it("has no column for what nobody pays, and one for what another bill has", () => {
    const bare = plan.services.filter(({ name }) => name === "shelf");
    const text = renderReport({
      ...input,
      plan: { ...plan, services: bare, kubernetes: { ...plan.kubernetes, mode: "existing" } },
    });
    assert.match(part("services", text), /Not billed here/);
    assert.ok(!part("services", text).includes("Logs"));
    assert.match(part("services"), /Logs/);
    assert.ok(!part("services").includes("Not billed here"));
  });
  it("says what loss of Spot does", () => {
    const { services, lowest } = availabilityOf(plan);
    assert.ok(part("summary").includes(floored(lowest!.availabilityPercent)));
    for (const [name, one] of Object.entries(services)) {
      assert.match(
        part("spot"),
        new RegExp(`>${name}</th>.*?>${floored(one.availabilityPercent).replace(".", "\\.")}<`),
      );
    }
  });
  it("maps every control to its rules, those of an unnamed document too", () => {
    for (const { id, controls, title } of input.rules) {
      assert.ok(part("rules").includes(title));
      for (const control of controls) {
        const [prefix, name] = control.split(":");
        assert.match(part(`map-${prefix}`), new RegExp(`>${name}</th>.*?#rule-${id}`), control);
      }
    }
    for (const title of Object.values(input.frameworks)) assert.ok(page.includes(title));
  });
  it("shows what the lab found", () => {
    assert.match(part("usage-verdicts"), />orders<\/th>.*?>too large<.*?>20%.*?>3\.25</);
    assert.match(part("burn-rate-rows"), />orders<\/th>.*?>10<.*?>0 s<.*?>1 min<.*?>agree</);
    assert.match(part("anomaly-rows"), />the platform<.*?>1\.0<.*?>0\.5<.*?>100\.0%</);
    assert.match(part("paging-cases"), />muted<.*its node is lost/);
    assert.match(part("speed-groups"), />70\.0<.*?>700\.0<.*?>10\.0×</);
    assert.match(part("verdict-lines"), />2\/2</);
    assert.match(part("monitoring"), /24 November 2026, 15:34 UTC.*full form/);
  });
  it("marks what differs", () => {
    const rates = labFiles()["burn-rates.json"] as { rows: Record<string, unknown>[] };
    rates.rows[0]!.fromPublished = null;
    const usage = labFiles()["usage.json"] as { services: Record<string, unknown>[] };
    usage.services[0]!.found = "none";
    const text = renderReport({ ...input, lab: labOf({ "burn-rates.json": rates, "usage.json": usage }) });
    assert.match(part("burn-rate-rows", text), /<tr class="open">.*>differ</);
    assert.match(part("usage-verdicts", text), /<tr class="open">.*>no verdict</);
    assert.match(part("monitoring", text), /0 of 1 <small>agree/);
  });
  it("says what evaluates the rules, and where nothing does", () => {
    const watched = (prometheus: "fargate" | "off", kubernetes: "stack" | "off") =>
      part(
        "monitoring",
        renderReport({ ...input, plan: { ...plan, monitoring: { ...plan.monitoring, prometheus, kubernetes } } }),
      );
    assert.match(
      watched("fargate", "stack"),
      /a task of its own and the Prometheus stack on the cluster: scraped each \d+ s/,
    );
    assert.match(watched("off", "stack"), / is watched by the Prometheus stack/);
    assert.match(watched("off", "off"), / plans no Prometheus/);
  });
  it("without the lab says which command makes its figures", () => {
    const text = renderReport(input);
    assert.match(
      part("monitoring", text),
      /No run of the monitoring lab in <code>dist\/lab\/monitoring<\/code>.*npm run lab:monitoring/,
    );
    assert.ok(!text.includes("usage-verdicts"));
    assert.match(text, /id="objective-rows"[\s\S]*id="runbooks"/);
  });
  it("of a short run says what was left out, and shows the rest", () => {
    const run = {
      ...(labFiles()["run.json"] as object),
      short: true,
      files: ["usage.json"],
      leftOut: ["speed of the rules"],
    };
    const text = renderReport({ ...input, lab: labOf({ "run.json": run }) });
    assert.match(text, /The short form left out: speed of the rules\./);
    assert.match(text, /id="usage-verdicts"/);
    assert.ok(!text.includes('id="speed"'));
  });
  it("of rules that have changed since says so", () => {
    const lab = readLab(labTexts(), { ...EXPECTED, rules: "r2" }, "lab");
    assert.match(renderReport({ ...input, lab }), /Rules have changed since/);
  });

  it("says which rules only warn", () => {
    assert.match(
      renderReport(input),
      /2 rules of the policy pack, all mandatory, each breach stops the preview: 1 high/,
    );
    const rules = input.rules.map((rule, index) => ({ ...rule, enforcement: index === 0 ? "mandatory" : "advisory" }));
    assert.match(
      renderReport({ ...input, rules }),
      /a breach stops the preview, of task-cpu-limit it only warns: 1 high/,
    );
  });

  it("takes names from outside for text", () => {
    const usage = labFiles()["usage.json"] as { services: Record<string, unknown>[] };
    usage.services[0]!.service = EVIL;
    const rules = [{ id: EVIL, title: EVIL, severity: EVIL, enforcement: "advisory", controls: [`${EVIL}:1`] }];
    const evil = { ...plan, spot: { ...plan.spot, why: EVIL }, project: EVIL };
    const text = renderReport({ ...input, plan: evil, rules, lab: labOf({ "usage.json": usage }), labFolder: EVIL });
    assert.ok(text.includes("&lt;script&gt;"));
    assert.ok(!/<script/i.test(text));
  });
  it("allows its own style sheet and nothing else", () => {
    const [, style] = /<style>([\s\S]*)<\/style>/.exec(page)!;
    const hash = createHash("sha256").update(style!).digest("base64");
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
    assert.equal(
      policy!.replaceAll("&#39;", "'"),
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    assert.ok(!/ style=| on\w+=|<script|<iframe|<img|<link| src=|url\(|@import/i.test(page));
  });
  it("is the same for the same input", () => assert.equal(renderReport({ ...input, lab: labOf() }), page));
});
