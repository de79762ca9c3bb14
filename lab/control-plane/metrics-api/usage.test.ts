import assert from "node:assert/strict";
import { parseExposition } from "./exposition.ts";
import { usageBetween } from "./usage.ts";

const scrape = (seconds: number, text: string) => ({ at: new Date(seconds * 1000), samples: parseExposition(text) });
const container = (pod: string, cpuSeconds: number, bytes = 1024): string => `
container_cpu_usage_seconds_total{container="web",namespace="shop",pod="${pod}"} ${cpuSeconds}
container_memory_working_set_bytes{container="web",namespace="shop",pod="${pod}"} ${bytes}`;

describe("usage between two scrapes", () => {
  it("is the mean rate of the counter and the last size", () => {
    const { pods, node } = usageBetween(
      scrape(100, `${container("a", 10)}\nnode_cpu_usage_seconds_total 40\nnode_memory_working_set_bytes 9`),
      scrape(
        110,
        `${container("a", 13, 6.7108864e7)}\nnode_cpu_usage_seconds_total 60\nnode_memory_working_set_bytes 8`,
      ),
    );
    const usage = pods.get("shop/a")?.get("web");
    assert.deepEqual(usage, { cpuCores: 0.3, memoryBytes: 67_108_864, endedAt: new Date(110_000), windowSeconds: 10 });
    assert.deepEqual([node?.cpuCores, node?.memoryBytes], [2, 8]);
  });

  it("is not told for a pod that is new, gone, or whose counter went back", () => {
    const { pods } = usageBetween(
      scrape(0, container("gone", 1) + container("restarted", 5)),
      scrape(5, container("new", 1) + container("restarted", 1)),
    );
    assert.deepEqual([...pods.keys()], []);
  });

  it("is not told when no time has passed", () => {
    assert.equal(usageBetween(scrape(1, container("a", 1)), scrape(1, container("a", 2))).pods.size, 0);
  });
});

describe("exposition", () => {
  it("reads names, labels with escapes, and numbers; no comments", () => {
    const text = '# HELP a b\na{x="1,\\"2\\"",y="\\\\"} 1e3 1700000000\nb 0.5\n\nnonsense\n';
    assert.deepEqual(parseExposition(text), [
      { name: "a", labels: { x: '1,"2"', y: "\\" }, value: 1000 },
      { name: "b", labels: {}, value: 0.5 },
    ]);
  });
});
