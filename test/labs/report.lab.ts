import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pricePlan } from "@pyairtable/cost-model";
import type { Browser } from "playwright-core";
import { startNode } from "../../lab/support/isolated-sandbox.ts";
import { loadPlan } from "../../stacks/config/load.ts";
import { CHECKOUT } from "../engine/support.ts";
import { startChromium } from "./chromium.ts";
import { type OpenPage, openPage, type View } from "./report-page.ts";
import { MONITORING, monitoringOnce } from "./short-form.ts";

/** Where this run has not made them yet, the monitoring lab makes the figures first: cold, that takes its servers' build. */
const COLD_MS = 1_800_000;
const OUT = "dist/report/short";
const PICTURES = join(CHECKOUT, "dist", "report");
const VIEWS: Readonly<Record<string, View>> = {
  wide: { width: 1440, scheme: "light" },
  dark: { width: 1440, scheme: "dark" },
  phone: { width: 390, scheme: "light" },
};
const SECTIONS = ["summary", "cost", "spot", "monitoring", "controls"];
const plan = loadPlan("prod");
const names = plan.services.map(({ name }) => name).sort();

describe("the report in a real Chromium", () => {
  let browser: Browser;
  const open: Record<string, OpenPage> = {};
  const each = <T>(of: (one: OpenPage) => Promise<T>) =>
    Promise.all(Object.keys(VIEWS).map(async (name) => [name, await of(open[name]!)] as const));
  const everywhere = async <T>(call: string, wanted: T) => {
    for (const [name, found] of await each(({ probe }) => probe<T>(call))) assert.deepEqual(found, wanted, name);
  };

  before(async function () {
    this.timeout(COLD_MS);
    // First, since it says at once what is not installed.
    browser = await startChromium();
    const lab = await monitoringOnce();
    assert.equal(lab.code, 0, lab.output.slice(-4000));
    const { code, output } = await startNode(["scripts/report.ts", "--lab", MONITORING, "--out", OUT]).result;
    assert.equal(code, 0, output);
    assert.match(output, /in its short form\n.*prod\.html\n$/);
    for (const [name, view] of Object.entries(VIEWS)) {
      open[name] = await openPage(browser, join(CHECKOUT, OUT, "prod.html"), view);
    }
  });
  after(() => browser?.close());

  it("has its sections, and landmarks and headings in order", async () => {
    const { page, probe } = open.wide!;
    for (const id of SECTIONS) assert.ok(await page.locator(`main > section#${id} > h2`).isVisible(), id);
    for (const landmark of ["banner", "navigation", "main", "contentinfo"] as const) {
      assert.equal(await page.getByRole(landmark).count(), 1, landmark);
    }
    const levels = await probe<number[]>("headings()");
    assert.equal(levels.filter((level) => level === 1).length, 1);
    assert.equal(levels[0], 1);
    for (const [index, level] of levels.entries())
      assert.ok(index === 0 || level <= levels[index - 1]! + 1, `${index}`);
    assert.match(await page.title(), /prod/);
    await everywhere("unnamed()", []);
  });

  it("judges each of thirty services as the truth does", async () => {
    const rows = await open.wide!.probe<string[][]>('rows("usage-verdicts")');
    assert.deepEqual(rows.map(([service]) => service!).sort(), names);
    for (const row of rows) {
      assert.ok(["right", "too large", "too small"].includes(row[1]!), row.join());
      assert.equal(row[1], row[2], row[0]);
    }
    assert.equal(new Set(rows.map((row) => row[1])).size, 3);
    assert.match((await open.wide!.page.locator("#monitoring .tiles").textContent()) ?? "", /30 of 30/);
  });

  it("draws our burn-rate alerts where the published formula fires", async () => {
    const { page, probe } = open.wide!;
    const rows = await probe<string[][]>('rows("burn-rate-rows")');
    assert.ok(rows.length >= 5, `${rows.length}`);
    assert.deepEqual([...new Set(rows.map((row) => row.at(-1)))], ["agree"]);
    assert.equal(await page.locator("#burn-rate-rows svg.lanes").count(), rows.length);
    const drawn = (key: string) =>
      probe<[number, number][][]>(
        `partsOf && [...document.querySelectorAll("#burn-rate-rows svg.lanes")].map((svg) => globalThis.probes.partsOf(svg, "${key}"))`,
      );
    const [ours, published] = [await drawn("ours"), await drawn("published")];
    assert.equal(
      ours.flat().length,
      rows.reduce((sum, row) => sum + Number(row[4]), 0),
    );
    for (const [index, one] of ours.entries()) {
      assert.equal(one.length, published[index]!.length);
      for (const [at, [left, width]] of one.entries()) {
        const [otherLeft, otherWidth] = published[index]![at]!;
        assert.ok(Math.abs(left - otherLeft) < 0.01 && Math.abs(width - otherWidth) < 0.01, rows[index]![0]);
      }
    }
  });

  it("draws the bill to scale", async () => {
    const { services } = pricePlan(plan);
    const rows = await open.wide!.probe<string[][]>('rows("services")');
    const shares = await open.wide!.probe<number[]>(
      `partsOf && [...document.querySelectorAll("#services svg.bar")].map((svg) =>
        ["onDemandCompute", "spotCompute", "logs", "alarms", "secrets"]
          .flatMap((key) => globalThis.probes.partsOf(svg, key))
          .reduce((sum, [, width]) => sum + width, 0))`,
    );
    const most = Math.max(
      ...Object.values(services).flatMap(({ plannedUsd, baselineUsd }) => [plannedUsd, baselineUsd]),
    );
    assert.deepEqual(rows.map(([name]) => name!).sort(), names);
    for (const [index, [name]] of rows.entries()) {
      assert.ok(Math.abs(shares[index]! - services[name!]!.plannedUsd / most) < 0.01, `${name}: ${shares[index]}`);
    }
  });

  it("paints every picture, in each view", async () => {
    assert.equal(await open.wide!.page.locator("svg.course").count(), 30);
    await everywhere('unpainted("svg.course, svg.lanes, .totals svg.bar, #services svg.bar")', []);
  });

  it("can be read: contrast, numbers, no sideways scrolling", async () => {
    await everywhere("lowContrast()", []);
    await everywhere("faintParts()", []);
    await everywhere("looseNumbers()", 0);
    await everywhere("overflow()", 0);
    const grounds = await each(({ page }) => page.evaluate("getComputedStyle(document.body).backgroundColor"));
    assert.equal(new Set(grounds.map(([, ground]) => ground)).size, 2, "light and dark are two");
  });

  it("prints with everything open and nothing cut off", async () => {
    const { page, probe } = await openPage(browser, join(CHECKOUT, OUT, "prod.html"), { width: 1040, scheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await probe<number>("overflow()"), 0);
    assert.equal(await page.getByRole("navigation").isVisible(), false);
    assert.ok(await page.locator("#all-rules").isVisible());
    assert.deepEqual(await probe("lowContrast()"), []);
    assert.ok((await page.pdf({ format: "A4", landscape: true })).length > 100_000);
  });

  it("says what the short form left out", async () => {
    const text = (await open.wide!.page.locator("#monitoring").textContent()) ?? "";
    assert.match(text, /The short form left out: .*speed of the rules.*npm run lab:monitoring/);
    assert.equal(await open.wide!.page.locator("#speed").count(), 0);
  });

  it("asks for nothing but itself, and complains of nothing", async () => {
    for (const [name, { requests, errors, url }] of Object.entries(open)) {
      assert.deepEqual(requests, [url], name);
      assert.deepEqual(errors, [], name);
    }
    await everywhere("headings() && globalThis.violations", []);
  });

  it("could not load or run anything if it wanted to", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url!);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { probe } = await openPage(browser, join(CHECKOUT, OUT, "prod.html"), VIEWS.wide!);
      const tried = await probe<{ ran: boolean; violations: string[] }>(`misbehave("${url}")`);
      assert.deepEqual(tried, { ran: false, violations: ["connect-src", "img-src", "script-src-elem"] });
      assert.deepEqual(asked, []);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it("leaves pictures to look at", async () => {
    for (const [name, { page }] of Object.entries(open)) {
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: false });
      const path = join(PICTURES, `${name}-monitoring.png`);
      await page.locator("#monitoring > .tiles").first().scrollIntoViewIfNeeded();
      await page.evaluate('document.getElementById("monitoring").scrollIntoView()');
      await page.screenshot({ path });
    }
  });
});
