import assert from "node:assert/strict";
import { answer, type Lister } from "./handler.ts";
import { RefusedError, type Scraper } from "./scraper.ts";
import type { Usage } from "./usage.ts";

const usage: Usage = {
  cpuCores: 0.25,
  memoryBytes: 1_000_000,
  endedAt: new Date(1_700_000_000_400),
  windowSeconds: 5.04,
};
const scraper: Scraper = {
  node: (name) => (name === "node-1" ? usage : undefined),
  pod: (namespace, name) => (`${namespace}/${name}` === "shop/web" ? new Map([["main", usage]]) : undefined),
};
const asked: string[] = [];
const lister: Lister = async (path, query) => {
  asked.push(`${path}?${query}`);
  if (query.get("labelSelector") === "==") throw new RefusedError(400, "unable to parse");
  if (path.endsWith("/nodes")) return [{ metadata: { name: "node-1" } }, { metadata: { name: "node-new" } }];
  return [
    { metadata: { name: "web", namespace: "shop", labels: { app: "web" } } },
    { metadata: { name: "new", namespace: "shop" } },
  ];
};
const ROOT = "/apis/metrics.k8s.io/v1beta1";
const ask = async (path: string) => {
  const { status, body } = await answer(path, scraper, lister);
  return { status, body: body as Record<string, unknown> & { items?: Record<string, unknown>[] } };
};

describe("metrics API", () => {
  beforeEach(() => void asked.splice(0));

  it("is discovered", async () => {
    assert.equal((await ask("/apis")).body.kind, "APIGroupList");
    assert.equal((await ask("/apis/metrics.k8s.io")).body.kind, "APIGroup");
    assert.equal((await ask(`${ROOT}?timeout=32s`)).body.kind, "APIResourceList");
  });

  it("lists the pods that have a usage, in Kubernetes' units and times", async () => {
    const { status, body } = await ask(`${ROOT}/namespaces/shop/pods?labelSelector=app%3Dweb`);
    assert.equal(status, 200);
    assert.deepEqual(asked, ["/api/v1/namespaces/shop/pods?labelSelector=app%3Dweb"]);
    assert.equal(body.kind, "PodMetricsList");
    assert.equal(body.items?.length, 1);
    const { timestamp, window, containers, metadata } = body.items?.[0] ?? {};
    assert.deepEqual([timestamp, window], ["2023-11-14T22:13:20Z", "5.040s"]);
    assert.deepEqual(containers, [{ name: "main", usage: { cpu: "250000000n", memory: "977Ki" } }]);
    assert.deepEqual((metadata as { labels: unknown }).labels, { app: "web" });
  });

  it("gives one by its name, or says there is none", async () => {
    assert.equal((await ask(`${ROOT}/namespaces/shop/pods/web`)).body.kind, "PodMetrics");
    assert.deepEqual(asked, ["/api/v1/namespaces/shop/pods?fieldSelector=metadata.name%3Dweb"]);
    const none = await answer(`${ROOT}/nodes/absent`, scraper, async () => []);
    assert.equal(none.status, 404);
  });

  it("lists nodes, and pods of all namespaces", async () => {
    assert.deepEqual((await ask(`${ROOT}/nodes`)).body.items?.length, 1);
    assert.equal((await ask(`${ROOT}/pods`)).body.items?.length, 1);
    assert.deepEqual(asked, ["/api/v1/nodes?", "/api/v1/pods?"]);
  });

  it("hands on what the API server refuses, and serves nothing else", async () => {
    assert.equal((await ask(`${ROOT}/pods?labelSelector=%3D%3D`)).status, 400);
    for (const path of ["/", `${ROOT}/pods/web`, `${ROOT}/namespaces`, "/apis/apps/v1"])
      assert.equal((await ask(path)).status, 404, path);
  });
});
