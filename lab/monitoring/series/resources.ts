import { SERVICE_KEY } from "@pyairtable/monitoring";
import type { ServicePlan } from "@pyairtable/plan";
import { type Clock, MINUTE_SECONDS } from "./clock.ts";
import { type Life, type Replica, SLOT_WEIGHTS } from "./replicas.ts";
import { constant, counter, gauge, type RawSeries } from "./series.ts";
import type { Usage } from "./usage.ts";

const MIB = 1024 ** 2;
const PAGE_CACHE = 48 * MIB;
const CONTAINER = "main";

/** What the exporters beside tasks and on nodes say of a service's replicas. */
export function resourceSeries(service: ServicePlan, life: Life, usage: Usage, clock: Clock): RawSeries[] {
  const of = service.kubernetes === null ? taskSeries : podSeries;
  return life.replicas
    .filter(({ from, to }) => to > from && from < clock.minutes + clock.ahead)
    .flatMap((replica) => of(service, replica, usage));
}

/** The ECS exporter, a sidecar of each task. */
function taskSeries(service: ServicePlan, replica: Replica, usage: Usage): RawSeries[] {
  const { from, to } = replica;
  const target = { job: "ecs-tasks", service: service.name, instance: `${replica.address}:9779` };
  const labels = { ...target, container_name: CONTAINER };
  const memory = bytes(usage.memory, replica, service.memoryMiB * MIB).map((value) => value + PAGE_CACHE);
  return [
    counter(
      "ecs_container_cpu_usage_seconds_total",
      labels,
      from,
      cpuSeconds(usage.cpu, replica, service.cpuUnits / 1024),
      3,
    ),
    gauge("ecs_container_memory_usage_bytes", labels, from, memory),
    constant("ecs_container_memory_page_cache_size_bytes", labels, from, to - from, PAGE_CACHE),
    constant("ecs_task_cpu_limit_vcpus", target, from, to - from, service.cpuUnits / 1024),
    constant("ecs_task_memory_limit_bytes", target, from, to - from, service.memoryMiB * MIB),
  ];
}

/** cAdvisor and kube-state-metrics. */
function podSeries(service: ServicePlan, replica: Replica, usage: Usage): RawSeries[] {
  const { from, to, pod } = replica;
  const { namespace, requests } = service.kubernetes!;
  const cadvisor = { job: "kubelet", instance: `${nodeOf(replica)}:10250`, namespace, pod, container: CONTAINER };
  const state = { ...KUBE_STATE_METRICS, namespace, pod };
  const of = (name: string, labels: Readonly<Record<string, string>>, value: number) =>
    constant(name, { ...state, ...labels }, from, to - from, value);
  const vcpu = requests.cpuMillicores / 1000;
  const killed = replica.slot === 0 ? usage.oomKills.find((minute) => minute >= from && minute < to) : undefined;
  return [
    counter("container_cpu_usage_seconds_total", cadvisor, from, cpuSeconds(usage.cpu, replica, vcpu), 3),
    gauge("container_memory_working_set_bytes", cadvisor, from, bytes(usage.memory, replica, requests.memoryMiB * MIB)),
    counter("container_pressure_cpu_waiting_seconds_total", cadvisor, from, waitingSeconds(usage, replica), 3),
    of("kube_pod_container_resource_requests", { container: CONTAINER, resource: "cpu", unit: "core" }, vcpu),
    of(
      "kube_pod_container_resource_requests",
      { container: CONTAINER, resource: "memory", unit: "byte" },
      requests.memoryMiB * MIB,
    ),
    of("kube_pod_labels", { [SERVICE_KEY]: service.name }, 1),
    of("kube_pod_info", { node: nodeOf(replica) }, 1),
    ...(killed === undefined ? [] : killedSeries({ ...state, container: CONTAINER }, replica, killed)),
  ];
}

/** A container that was killed for memory and started again in its pod. */
function killedSeries(labels: Readonly<Record<string, string>>, { from, to }: Replica, killed: number): RawSeries[] {
  const reason = { ...labels, reason: "OOMKilled" };
  const restarts = new Float64Array(to - from).fill(1, killed - from);
  return [
    constant("kube_pod_container_status_last_terminated_reason", reason, killed, to - killed, 1),
    counter("kube_pod_container_status_restarts_total", labels, from, restarts),
  ];
}

export const KUBE_STATE_METRICS = { job: "kube-state-metrics", instance: "10.9.0.1:8080" } as const;
export const NODES = ["node-a1", "node-a2", "node-b1", "node-b2", "node-c1", "node-c2"] as const;

export function nodeOf({ pod }: Pick<Replica, "pod">): string {
  const sum = [...pod].reduce((total, char) => total + char.charCodeAt(0), 0);
  return NODES[sum % NODES.length]!;
}

function cpuSeconds(cpu: Float64Array, { slot, from, to }: Replica, vcpu: number): Float64Array {
  const weight = SLOT_WEIGHTS[slot]!;
  return summed(from, to, (minute) => cpu[minute]! * weight * vcpu * MINUTE_SECONDS);
}

function waitingSeconds({ waiting }: Usage, { from, to }: Replica): Float64Array {
  return summed(from, to, (minute) => MINUTE_SECONDS * waiting[minute]!);
}

function bytes(memory: Float64Array, { slot, from, to }: Replica, size: number): Float64Array {
  return memory.slice(from, to).map((share) => Math.round(share * SLOT_WEIGHTS[slot]! * size));
}

/** A counter that starts at zero: what each minute added is there at its end. */
function summed(from: number, to: number, perMinute: (minute: number) => number): Float64Array {
  const values = new Float64Array(to - from);
  for (let minute = from + 1; minute < to; minute++) {
    values[minute - from] = values[minute - from - 1]! + perMinute(minute);
  }
  return values;
}
