import type { RecordingRule } from "@pyairtable/slo";
import { SERIES } from "./names.ts";

const RUNTIME = { runtime: "ecs" } as const;
const OURS = '{service!=""}';
/** A replica is a task: the address of its exporter without the port, so that all its targets share one name. */
const byReplica = (expression: string, how = "sum") =>
  `${how} by (service, replica) (label_replace(${expression}, "replica", "$1", "instance", "(.+?)(:[0-9]+)?"))`;

/** Share of the limit from which a task counts as held back. */
const AT_LIMIT = 0.95;

/**
 * Tasks on Fargate, by the ECS exporter beside each. Memory without the page cache, which the kernel gives back. Fargate
 * shows no throttling counters, so the share of time at the CPU limit stands for them.
 */
export function ecsRules(): RecordingRule[] {
  return [
    rule(SERIES.replicaCpu, byReplica(`rate(ecs_container_cpu_usage_seconds_total${OURS}[5m])`)),
    rule(SERIES.replicaCpuRequest, byReplica(`ecs_task_cpu_limit_vcpus${OURS}`, "max")),
    rule(
      SERIES.replicaMemory,
      byReplica(`(ecs_container_memory_usage_bytes${OURS} - ecs_container_memory_page_cache_size_bytes${OURS})`),
    ),
    rule(SERIES.replicaMemoryRequest, byReplica(`ecs_task_memory_limit_bytes${OURS}`, "max")),
    rule(
      SERIES.replicaThrottled,
      `avg_over_time(((${SERIES.replicaCpu}{runtime="ecs"} / ${SERIES.replicaCpuRequest}{runtime="ecs"}) >= bool ${AT_LIMIT})[15m:1m])`,
    ),
  ];
}

function rule(record: string, expr: string): RecordingRule {
  return { record, expr, labels: RUNTIME };
}
