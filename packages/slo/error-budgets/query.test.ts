import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "@pyairtable/diagnostics";
import { BUDGET_QUERY, errorBudgetCodes, queryRemaining } from "./index.ts";

const series = (service: string | undefined, slo: string, value: string) => ({
  metric: service === undefined ? { slo } : { service, slo },
  value: [1_795_000_000.1, value],
});
const vector = (...result: object[]) => JSON.stringify({ status: "success", data: { resultType: "vector", result } });

describe("asking Prometheus what is left of error budgets", () => {
  let server: Server | undefined;
  const listen = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener);
    await new Promise<void>((done) => server!.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const answering = (body: string, status = 200) =>
    listen((_, response) => void response.writeHead(status, { "content-type": "application/json" }).end(body));
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
  });

  const reported = new Set<string>();
  const refuses = async (url: string, code: string, says: RegExp, timeoutMs = 5_000): Promise<void> => {
    await assert.rejects(queryRemaining({ url, timeoutMs }), (error) => {
      assert.ok(error instanceof UserError, String(error));
      assert.deepEqual(
        error.diagnostics.map((one) => one.code),
        [code],
      );
      assert.match(error.message, says);
      reported.add(code);
      return true;
    });
  };

  it("reads both objectives of each service, and a value that is no number as not measured", async () => {
    const url = await answering(
      vector(
        series("record-service", "availability", "0.123456"),
        series("record-service", "latency", "-0.5"),
        series("audit-log", "latency", "NaN"),
        series("scheduler", "availability", "-Inf"),
        series("scheduler", "throughput", "1"),
        series(undefined, "latency", "1"),
      ),
    );
    assert.deepEqual(Object.fromEntries(await queryRemaining({ url, timeoutMs: 5_000 })), {
      "record-service": { availability: 0.1235, latency: -0.5 },
      "audit-log": { availability: null, latency: null },
      scheduler: { availability: null, latency: null },
    });
  });

  it("asks for the recorded series at the instant API, below a path prefix too", async () => {
    const asked: string[] = [];
    const url = await listen((request, response) => {
      asked.push(request.url ?? "");
      response.end(vector(series("audit-log", "latency", "1")));
    });
    await queryRemaining({ url: `${url}/prometheus/`, timeoutMs: 5_000 });
    const { pathname, searchParams } = new URL(asked[0]!, url);
    assert.deepEqual([pathname, searchParams.get("query")], ["/prometheus/api/v1/query", BUDGET_QUERY]);
  });

  for (const url of ["127.0.0.1:9090", "ftp://127.0.0.1", "file:///etc/passwd", "prometheus", ""]) {
    it(`refuses ${JSON.stringify(url)} as no http URL`, () =>
      refuses(url, "budgets.prometheus-url", /http:\/\/127\.0\.0\.1:9090/));
  }

  it("refuses a URL with a password, and does not repeat it", async () => {
    const error = await queryRemaining({ url: "http://me:hunter2@127.0.0.1:9", timeoutMs: 5_000 }).catch(String);
    assert.match(String(error), /without credentials/);
    assert.doesNotMatch(String(error), /hunter2/);
  });

  it("says that nobody answers", async () => {
    const url = await answering("");
    server!.close();
    server = undefined;
    await refuses(url, "budgets.prometheus-unreachable", /ECONNREFUSED/);
  });

  it("gives up on a server that never answers, and on one that stops half-way", async () => {
    await refuses(await listen(() => {}), "budgets.prometheus-timeout", /within 0\.05 s/, 50);
    server!.closeAllConnections();
    server!.close();
    const halfway = await listen((_, response) => void response.writeHead(200).write('{"status":'));
    await refuses(halfway, "budgets.prometheus-timeout", /--timeout/, 50);
  });

  it("says what an answer other than 200 says", async () => {
    await refuses(await answering("bad gateway", 502), "budgets.prometheus-answer", /502 Bad Gateway: "bad gateway"/);
  });

  for (const body of ["<html>login</html>", "{}", '{"status":"error","error":"x"}', vector({ metric: {} })]) {
    it(`refuses what is no answer of Prometheus: ${body.slice(0, 30)}`, async () =>
      refuses(await answering(body), "budgets.prometheus-answer", /HTTP API/));
  }

  for (const [what, body] of [
    ["no series", vector()],
    ["only values that are no number", vector(series("audit-log", "latency", "NaN"))],
  ] as const) {
    it(`refuses ${what}: rules are not loaded, or nothing is scraped`, async () =>
      refuses(await answering(body), "budgets.prometheus-empty", /slo:period_error_budget_remaining:ratio/));
  }

  it("has every code of its own reported above", () => {
    const own = errorBudgetCodes.map(({ code }) => code).filter((code) => code.startsWith("budgets.prometheus"));
    assert.deepEqual([...reported].sort(), own);
  });
});
