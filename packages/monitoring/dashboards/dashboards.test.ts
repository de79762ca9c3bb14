import assert from "node:assert/strict";
import type { Diagnostic } from "@pyairtable/diagnostics";
import { DASHBOARDS } from "../model/links.ts";
import { ruleFiles } from "../rule-files.ts";
import { normaliseSettings } from "../settings/normalise.ts";
import { fixturePlan } from "../testing/fixture.ts";
import { buildPage } from "./build.ts";
import { checkDashboards, type Dashboard, dashboardsOf, queriesOf } from "./index.ts";
import type { Page } from "./page.ts";
import { pagesOf } from "./pages.ts";
import { lines, table } from "./panels.ts";
import { panelsOf } from "./queries.ts";

const plan = fixturePlan();
const settings = normaliseSettings(plan);
const files = ruleFiles(plan, settings);
const dashboards = dashboardsOf(plan, settings);
const named = (uid: string) => dashboards.find((dashboard) => dashboard.uid === uid)!;

describe("dashboards of a plan", () => {
  it("are those that alerts link to, by fixed uids", () => {
    const listed = Object.values(DASHBOARDS).map(({ uid }) => uid);
    assert.deepEqual(dashboards.map(({ uid }) => uid).sort(), listed.sort());
  });
  it("leave Kubernetes out where there is no cluster", () => {
    const names = pagesOf({ ...plan, kubernetes: { ...plan.kubernetes, mode: "off" } }).map(({ name }) => name);
    assert.ok(!names.includes("kubernetes"));
  });
  it("are the same each time", () => {
    assert.equal(JSON.stringify(dashboardsOf(plan, settings)), JSON.stringify(dashboards));
  });
  it("number their panels apart, rows among them", () => {
    for (const { uid, panels = [] } of dashboards) {
      const ids = panels.flatMap((panel) => [panel.id, ...("panels" in panel ? panel.panels.map(({ id }) => id) : [])]);
      assert.equal(new Set(ids).size, ids.length, uid);
      assert.ok(!ids.includes(0) && !ids.includes(undefined), uid);
    }
  });
  it("fill their lines: widths sum to 24", () => {
    for (const { rows, name } of pagesOf(plan)) {
      for (const { title, panels } of rows) {
        let sum = 0;
        for (const { width } of panels) sum = sum + width > 24 ? Number.NaN : (sum + width) % 24;
        assert.equal(sum, 0, `${name}, ${title}`);
      }
    }
  });
  it("have a unit and a place on each panel", () => {
    for (const dashboard of dashboards) {
      for (const { title, type, fieldConfig, gridPos } of panelsOf(dashboard)) {
        assert.ok((fieldConfig?.defaults.unit ?? "") !== "", `${dashboard.uid} ${title} (${type})`);
        assert.ok((gridPos?.w ?? 0) > 0, title);
      }
    }
  });
  it("choose a critical service first", () => {
    const variable = named("pyairtable-service").templating?.list?.find(({ name }) => name === "service");
    assert.equal(variable?.current?.value, "orders");
  });
});

describe("queries of a dashboard", () => {
  it("have their variables filled in, the chosen value first", () => {
    for (const query of dashboards.flatMap((dashboard) => queriesOf(dashboard)))
      assert.ok(!query.expr.includes("$"), query.expr);
    const queries = queriesOf(named("pyairtable-service"), { service: "shelf" });
    assert.ok(queries.some(({ expr }) => expr.includes('{service="shelf"}')));
    assert.ok(!queries.some(({ expr }) => expr.includes("orders")));
  });
  it("take all namespaces where none is chosen", () => {
    assert.ok(queriesOf(named("pyairtable-kubernetes")).some(({ expr }) => expr.includes('namespace=~".*"')));
  });
  it("include those of closed rows", () => {
    assert.ok(queriesOf(named("pyairtable-service")).some(({ panel }) => panel === "Probe duration"));
  });
  it("say which may find nothing", () => {
    const firing = queriesOf(named("pyairtable-platform")).find(({ panel }) => panel === "Alerts firing")!;
    const requests = queriesOf(named("pyairtable-platform")).find(({ panel }) => panel === "Requests")!;
    assert.deepEqual([firing.mayBeEmpty, requests.mayBeEmpty], [true, false]);
  });
  it("ask tables and numbers once, lines over the first view", () => {
    const queries = queriesOf(named("pyairtable-slo"));
    assert.equal(queries.find(({ panel }) => panel === "Objectives")?.kind, "instant");
    const burn = queries.find(({ panel }) => panel === "Burn rate by window")!;
    assert.deepEqual([burn.kind, burn.rangeSeconds], ["range", 7 * 86_400]);
  });
  it("join the catalog's labels onto a table's columns", () => {
    const [query] = queriesOf(named("pyairtable-cost")).filter(({ panel }) => panel === "Every service");
    assert.match(
      query!.expr,
      /^max by \(service, owner\) \(\(.*\) \* on \(service\) group_left \(owner\) service:info\)$/,
    );
  });
});

describe("a check of dashboards", () => {
  const page = (panels: Page["rows"][number]["panels"]): Page => ({
    name: "platform",
    description: "A test.",
    range: "1h",
    variables: [],
    rows: [{ title: "Row", panels }],
  });
  const problems = (dashboard: Dashboard): readonly Diagnostic[] => checkDashboards([dashboard], files);
  const codesOf = (panels: Page["rows"][number]["panels"]) =>
    problems(buildPage(page(panels), "")).map(({ code, path, got }) => `${code} ${path} ${got}`);

  it("finds nothing in ours", () => assert.deepEqual(checkDashboards(dashboards, files), []));
  it("names an unknown metric, and the one that was meant", () => {
    const panel = lines("Cost", "usd", "A test.", "service:cost:usd_per_hours");
    const [found] = problems(buildPage(page([panel]), ""));
    assert.equal(found?.code, "monitoring.unknown-metric");
    assert.equal(found?.path, "pyairtable-platform.Cost.A");
    assert.match(found!.fix, /service:cost:usd_per_hour\./);
  });
  it("looks into columns of tables", () => {
    const panel = table("T", "A test.", { service: "Service" }, [{ title: "A", expr: "nowhere", unit: "count" }]);
    assert.deepEqual(codesOf([panel]), ["monitoring.unknown-metric pyairtable-platform.T.A nowhere"]);
  });
  it("names a variable that the page does not have", () => {
    const panel = lines("Cost", "usd", "A test.", 'service:cost:usd_per_hour{service="$service"}');
    assert.deepEqual(codesOf([panel]), ["monitoring.dashboard pyairtable-platform.Cost.A $service"]);
  });
  it("names a panel without words, without a query, over the edge or in another's place", () => {
    const good = lines("Cost", "usd", "A test.", "service:cost:usd_per_hour");
    assert.match(codesOf([{ ...good, description: "" }])[0]!, /platform\.Cost nothing$/);
    assert.match(codesOf([{ ...good, queries: [] }])[0]!, /platform\.Cost no query$/);
    assert.match(codesOf([good, { ...good, title: "Wide", width: 16 }])[0]!, /Wide columns 12 to 28$/);
    const placed = buildPage(page([good, { ...good, title: "Other" }]), "");
    for (const panel of panelsOf(placed)) Object.assign(panel, { gridPos: { x: 1, y: 1, w: 4, h: 4 } });
    assert.match(problems(placed)[0]!.got, /^the place of Cost$/);
  });
  it("names a uid that alerts don't know", () => {
    assert.match(problems({ ...buildPage(page([]), ""), uid: "mine" })[0]!.path, /^mine\.uid$/);
  });
});
