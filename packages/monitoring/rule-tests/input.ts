import type { Input } from "./case.ts";

/** The same value all along, long enough for every case. */
export const steady = (value: number): string => `${value}+0x2000`;
/** A counter that grows by `perMinute`. */
export const growing = (perMinute: number): string => `0+${perMinute}x2000`;
/** `first` for some minutes, `then` for the rest. */
export const change = (first: number, minutes: number, then: number): string =>
  `${first}+0x${minutes - 1} ${then}+0x2000`;
/** Values for some minutes, then the series is gone. */
export const gone = (value: number, minutes: number): string => `${value}+0x${minutes - 1} stale`;

/** A counter of requests, split into `total` and bad ones a minute. */
export function http(service: string, perMinute: number, badPerMinute: number): Input[] {
  const count = (status: string) =>
    `http_server_request_duration_seconds_count{job="services", instance="10.0.0.1:8080", service="${service}", http_response_status_code="${status}"}`;
  const good: Input = [count("200"), growing(perMinute - badPerMinute)];
  return badPerMinute === 0 ? [good] : [good, [count("500"), growing(badPerMinute)]];
}

/** The histogram of a service: `fast` of `perMinute` requests are within each bucket from `withinSeconds` on. */
export function buckets(
  metric: string,
  service: string,
  perMinute: number,
  fast: number,
  withinSeconds: string,
): Input[] {
  const bounds = ["0.1", "0.25", "0.5", "1", "2", "5", "+Inf"];
  const from = bounds.indexOf(withinSeconds);
  return bounds.map((le, index) => [
    `${metric}_bucket{job="services", instance="10.0.0.1:8080", service="${service}", le="${le}"}`,
    growing(le === "+Inf" ? perMinute : index >= from ? fast : 0),
  ]);
}

/** One task as its exporter shows it: used and granted vCPU, used and granted MiB. */
export function task(
  service: string,
  address: string,
  vcpu: number,
  ofVcpu: number,
  mib: number,
  ofMib: number,
): Input[] {
  const target = `job="ecs-tasks", service="${service}", instance="${address}:9779"`;
  const bytes = (value: number) => steady(value * 1024 ** 2);
  return [
    [`ecs_container_cpu_usage_seconds_total{${target}, container_name="main"}`, growing(vcpu * 60)],
    [`ecs_container_memory_usage_bytes{${target}, container_name="main"}`, bytes(mib + 64)],
    [`ecs_container_memory_page_cache_size_bytes{${target}, container_name="main"}`, bytes(64)],
    [`ecs_task_cpu_limit_vcpus{${target}}`, steady(ofVcpu)],
    [`ecs_task_memory_limit_bytes{${target}}`, bytes(ofMib)],
  ];
}

/** A pod's label, which says whose it is. */
export function podOf(service: string, namespace: string, pod: string): Input[] {
  return [
    [`kube_pod_labels{namespace="${namespace}", pod="${pod}", label_pyairtable_io_service="${service}"}`, steady(1)],
  ];
}

/** A pod as cAdvisor and kube-state-metrics show it. */
export function pod(
  service: string,
  namespace: string,
  name: string,
  vcpu: number,
  ofVcpu: number,
  mib: number,
  ofMib: number,
): Input[] {
  const container = `namespace="${namespace}", pod="${name}", container="main"`;
  return [
    ...podOf(service, namespace, name),
    [`container_cpu_usage_seconds_total{${container}, service="kubelet"}`, growing(vcpu * 60)],
    [`container_memory_working_set_bytes{${container}, service="kubelet"}`, steady(mib * 1024 ** 2)],
    [`kube_pod_container_resource_requests{${container}, resource="cpu", unit="core"}`, steady(ofVcpu)],
    [`kube_pod_container_resource_requests{${container}, resource="memory", unit="byte"}`, steady(ofMib * 1024 ** 2)],
  ];
}
