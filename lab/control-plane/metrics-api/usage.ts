import type { Sample } from "./exposition.ts";

/** What one container or node used between two scrapes. */
export interface Usage {
  /** Mean over the window. */
  readonly cpuCores: number;
  /** At the end of the window. */
  readonly memoryBytes: number;
  readonly endedAt: Date;
  readonly windowSeconds: number;
}

export interface Scrape {
  readonly at: Date;
  readonly samples: readonly Sample[];
}

/** Usages by container name, by `namespace/pod`; and of the node. */
export interface NodeUsage {
  readonly node: Usage | undefined;
  readonly pods: ReadonlyMap<string, ReadonlyMap<string, Usage>>;
}

interface Counters {
  cpuSeconds?: number;
  memoryBytes?: number;
}

/**
 * Rates between two scrapes of one node. As in the real metrics server, what has no two samples yet, or whose
 * counter went back, is not told at all.
 */
export function usageBetween(before: Scrape, after: Scrape): NodeUsage {
  const windowSeconds = (after.at.getTime() - before.at.getTime()) / 1000;
  const [old, now] = [counters(before.samples), counters(after.samples)];
  const rate = (key: string): Usage | undefined => {
    const [from, to] = [old.get(key), now.get(key)];
    if (from?.cpuSeconds === undefined || to?.cpuSeconds === undefined || to.memoryBytes === undefined)
      return undefined;
    const used = to.cpuSeconds - from.cpuSeconds;
    if (used < 0 || windowSeconds <= 0) return undefined;
    return { cpuCores: used / windowSeconds, memoryBytes: to.memoryBytes, endedAt: after.at, windowSeconds };
  };
  const pods = new Map<string, Map<string, Usage>>();
  for (const key of now.keys()) {
    const [namespace, pod, container] = key.split("/");
    const usage = container === undefined ? undefined : rate(key);
    if (usage === undefined || container === undefined) continue;
    const name = `${namespace}/${pod}`;
    pods.set(name, (pods.get(name) ?? new Map<string, Usage>()).set(container, usage));
  }
  return { node: rate(NODE), pods };
}

const NODE = "node";

function counters(samples: readonly Sample[]): Map<string, Counters> {
  const found = new Map<string, Counters>();
  const at = (key: string): Counters => found.get(key) ?? (found.set(key, {}).get(key) as Counters);
  for (const { name, labels, value } of samples) {
    const container = `${labels.namespace}/${labels.pod}/${labels.container}`;
    if (name === "container_cpu_usage_seconds_total") at(container).cpuSeconds = value;
    else if (name === "container_memory_working_set_bytes") at(container).memoryBytes = value;
    else if (name === "node_cpu_usage_seconds_total") at(NODE).cpuSeconds = value;
    else if (name === "node_memory_working_set_bytes") at(NODE).memoryBytes = value;
  }
  return found;
}
