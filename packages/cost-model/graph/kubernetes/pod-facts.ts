import { averagePods } from "../../kubernetes/average-pods.ts";
import { podLines } from "../../kubernetes/pod-lines.ts";
import type { CostLine } from "../../line.ts";
import type { PriceBook } from "../../prices.ts";
import { listAt, PLATFORM, serviceOf, textAt, valueAt } from "../read-props.ts";
import type { GraphResource, PodFacts } from "../types.ts";
import { architectureOf } from "./capacity.ts";
import { podScheduleOf } from "./pod-schedule.ts";
import { quantity } from "./quantity.ts";
import { WORKLOADS } from "./types.ts";

/** Pods of services, by the URN of their workload. Add-ons, which no service owns, run on nodes with a price of their own. */
export function podFacts(resources: readonly GraphResource[]): Map<string, PodFacts> {
  const workloads = resources.filter(({ type }) => (WORKLOADS as readonly string[]).includes(type));
  return new Map(
    workloads
      .filter(({ props }) => serviceOf(props) !== PLATFORM)
      .map((workload) => [
        workload.urn,
        {
          service: serviceOf(workload.props),
          ...averagePods(podScheduleOf(resources, workload)),
          size: sizeOf(workload),
        },
      ]),
  );
}

/** What its pods pay for of nodes; a string where a container asks for nothing that is known. */
export function podFactLines(book: PriceBook, { size, onDemand, spot }: PodFacts): readonly CostLine[] | string {
  if (size === null) return "no CPU and memory requests that are known";
  return [...podLines(book, size, "onDemand", onDemand), ...podLines(book, size, "spot", spot)];
}

function sizeOf({ props }: GraphResource): PodFacts["size"] {
  const pod = valueAt(props, "spec", "template", "spec");
  // Sidecars of Kubernetes are init containers that never end.
  const sidecars = (listAt(pod, "initContainers") ?? []).filter((one) => textAt(one, "restartPolicy") === "Always");
  const containers = [...(listAt(pod, "containers") ?? []), ...sidecars];
  let cores = 0;
  let bytes = 0;
  for (const container of containers) {
    const cpu = quantity(valueAt(container, "resources", "requests", "cpu"));
    const memory = quantity(valueAt(container, "resources", "requests", "memory"));
    if (cpu === null || memory === null) return null;
    cores += cpu;
    bytes += memory;
  }
  if (containers.length === 0) return null;
  return { architecture: architectureOf(pod), cpuMillicores: cores * 1000, memoryMiB: bytes / 2 ** 20 };
}
