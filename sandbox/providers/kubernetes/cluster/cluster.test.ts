import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { UserError } from "@pyairtable/diagnostics";
import { FakeApiServer, type Reply } from "../testing/fake-api-server.ts";
import { openCluster } from "./cluster.ts";
import { connectionProblem } from "./connection-problem.ts";
import { ApiError, ConnectionError } from "./http.ts";

const WAITS = { answerMilliseconds: 300, retryMilliseconds: 1 };

describe("opening a cluster", () => {
  let server: FakeApiServer;
  beforeEach(async () => {
    server = await FakeApiServer.start();
  });
  afterEach(() => server.stop());

  const codeOf = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => assert.fail("it was opened"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UserError, String(error));
    assert.equal(error.diagnostics.length, 1);
    return error.diagnostics[0]!.code;
  };

  it("sends the kubeconfig's credentials", async () => {
    const cluster = await openCluster(server.kubeconfig(), "two", WAITS);
    assert.equal(cluster.context, "two");
    assert.equal(cluster.defaultNamespace, "default");
    assert.deepEqual(
      server.requests.map(({ path }) => path),
      ["/version", "/api/v1"],
    );
  });

  it("tells a server that refuses connections", async () => {
    const free = await FakeApiServer.start();
    const { address } = free;
    await free.stop();
    assert.equal(await codeOf(openCluster(server.kubeconfig(address), undefined, WAITS)), "apply.unreachable");
  });

  it("tells a server that never answers", async () => {
    server.script(() => "hang");
    assert.equal(await codeOf(openCluster(server.kubeconfig(), undefined, WAITS)), "apply.unreachable");
  });

  it("tells a credential plugin that is not installed", async () => {
    const path = server.kubeconfig();
    const config = JSON.parse(readFileSync(path, "utf8"));
    const exec = { apiVersion: "client.authentication.k8s.io/v1", command: "no-such-plugin-here" };
    writeFileSync(path, JSON.stringify({ ...config, users: [{ name: "tester", user: { exec } }] }));
    assert.equal(await codeOf(openCluster(path, undefined, WAITS)), "apply.kubeconfig");
  });

  const refusals: [string, Reply, string][] = [
    ["credentials it does not know", { status: 401, body: { message: "Unauthorized" } }, "apply.unauthorized"],
    ["a user who may nothing", { status: 403, body: { message: 'User "x" cannot get path' } }, "apply.forbidden"],
    ["a web page", { status: 404, body: "<html>" }, "apply.server"],
  ];
  for (const [title, reply, code] of refusals) {
    it(`tells ${title}`, async () => {
      server.script(({ path }) => (path === "/api/v1" ? reply : undefined));
      assert.equal(await codeOf(openCluster(server.kubeconfig(), undefined, WAITS)), code);
    });
  }

  it("asks again when the server is busy, not when it refuses", async () => {
    const cluster = await openCluster(server.kubeconfig(), undefined, WAITS);
    let busy = 2;
    server.script(({ path }) => (path === "/apis" && busy-- > 0 ? { status: 429 } : undefined));
    await cluster.send("GET", "/apis");
    assert.equal(server.requests.filter(({ path }) => path === "/apis").length, 3);
    server.script(({ path }) => (path === "/apis" ? { status: 400 } : undefined));
    await assert.rejects(cluster.send("GET", "/apis"), (error) => error instanceof ApiError && error.status === 400);
    assert.equal(server.requests.filter(({ path }) => path === "/apis").length, 4);
  });
});

describe("a connection without an answer", () => {
  const codes: [string, string][] = [
    ["ECONNREFUSED", "apply.unreachable"],
    ["ENOTFOUND", "apply.unreachable"],
    ["ETIMEDOUT", "apply.unreachable"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "apply.certificate"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "apply.certificate"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "apply.certificate"],
    ["CERT_HAS_EXPIRED", "apply.certificate"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "apply.certificate"],
  ];
  for (const [node, code] of codes) {
    it(`by ${node} is ${code}`, () => {
      const problem = connectionProblem(new ConnectionError(node, "why"), "https://k:6443", "lab");
      assert.equal(problem.code, code);
      assert.match(problem.path, /lab: https:\/\/k:6443/);
    });
  }
});
