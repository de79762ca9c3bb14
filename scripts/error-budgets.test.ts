import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseErrorBudgets } from "@pyairtable/slo/error-budgets";
import { startNode } from "../lab/support/isolated-sandbox.ts";
import { loadPlan } from "../stacks/config/load.ts";

const COMMAND = join(import.meta.dirname, "error-budgets.ts");
const services = loadPlan("prod").services.map(({ name }) => name);
const series = (service: string, slo: string, value: string) => ({ metric: { service, slo }, value: [1, value] });
const vector = (result: object[]) => JSON.stringify({ status: "success", data: { resultType: "vector", result } });

describe("npm run error-budgets", () => {
  let folder: string;
  let server: Server;
  let answer: RequestListener;
  let url: string;
  before(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pyairtable-budgets-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (...flags: string[]) => startNode([COMMAND, "--folder", folder, ...flags]).result;
  const file = () => join(folder, "prod.json");

  it("writes what is left beside the plan's Spot share, and says who is out of budget", async () => {
    const all = services.filter((name) => name !== "scheduler").flatMap((name) => [series(name, "latency", "0.75")]);
    const own = [series("record-service", "availability", "-0.42"), series("old-service", "latency", "1")];
    answer = (_, response) => void response.end(vector([...all, ...own]));
    const { code, stdout } = await run("--prometheus", url);
    assert.equal(code, 0, stdout);
    const budgets = parseErrorBudgets(readFileSync(file(), "utf8"), "prod.json", { services, now: new Date() });
    assert.deepEqual(Object.keys(budgets.services), services);
    assert.deepEqual(budgets.services["record-service"], {
      remaining: { availability: -0.42, latency: 0.75 },
      spotShare: 0.5,
      replicasMin: 2,
    });
    assert.deepEqual(budgets.services.scheduler?.remaining, { availability: null, latency: null });
    assert.match(stdout, /^record-service +-42\.0% +75\.0% +50\.0% +2 +SPENT$/m);
    assert.match(stdout, /^Out of budget: record-service\.$/m);
    assert.match(stdout, /Without series, written as null: .*scheduler availability, scheduler latency/);
    assert.match(stdout, /left out: old-service\./);
    assert.deepEqual(readdirSync(folder), ["prod.json"]);
  });

  it("says what it waits for, and gives up in time with nothing written", async () => {
    writeFileSync(file(), "before");
    answer = () => {};
    const { code, output } = await run("--prometheus", url, "--timeout", "3");
    assert.equal(code, 1);
    assert.match(output, /asking Prometheus … 2 s\n[\s\S]*no answer[\s\S]*within 3 s/);
    assert.deepEqual([readdirSync(folder), readFileSync(file(), "utf8")], [["prod.json"], "before"]);
  });

  for (const [what, body, status, says] of [
    ["refuses", "nope", 503, /503 Service Unavailable/],
    ["has no series", vector([]), 200, /slo:period_error_budget_remaining:ratio/],
    ["is something else", "<html>", 200, /HTTP API/],
    ["claims more left than all", vector([series("audit-log", "latency", "1.5")]), 200, /at most 1/],
  ] as const) {
    it(`writes nothing where what answers ${what}`, async () => {
      answer = (_, response) => void response.writeHead(status).end(body);
      const { code, output } = await run("--prometheus", url);
      assert.equal(code, 1);
      assert.match(output, says);
      assert.doesNotMatch(output, /\n {4}at /);
      assert.equal(existsSync(file()), false);
    });
  }

  for (const [flags, says] of [
    [[], /--prometheus http:\/\/127/],
    [["--prometheus", "127.0.0.1:9090"], /an http or https URL/],
    [["--prometheus", "http://127.0.0.1:9", "--timeout", "0"], /1 to 300/],
    [["--prometheus", "http://127.0.0.1:9", "--stack", "prd"], /--stack prod/],
  ] as const) {
    it(`refuses ${flags.join(" ") || "no flags"}`, async () => {
      const { code, output } = await run(...flags);
      assert.equal(code, 1);
      assert.match(output, says);
      assert.deepEqual(readdirSync(folder), []);
    });
  }
});
