import type { RecordingRule } from "@pyairtable/slo";
import { SERIES as S } from "./names.ts";

/** Utilisation, saturation and number of replicas a service, whatever it runs on. */
export function useRules(): RecordingRule[] {
  const sum = (series: string) => `sum by (service) (${series})`;
  const max = (series: string) => `max by (service) (${series})`;
  const ratio = (of: string, by: string) => `${of} / ${by}`;
  const perReplica = (of: string, by: string) =>
    max(`sum by (service, replica) (${of}) / sum by (service, replica) (${by})`);
  return [
    { record: S.replicas, expr: `count by (service) (${S.replicaMemory})` },
    { record: S.cpu, expr: sum(S.replicaCpu) },
    { record: S.cpuRequest, expr: sum(S.replicaCpuRequest) },
    { record: S.cpuUtilisation, expr: ratio(S.cpu, S.cpuRequest) },
    { record: S.cpuUtilisationMax, expr: perReplica(S.replicaCpu, S.replicaCpuRequest) },
    { record: S.cpuBusiest, expr: max(S.replicaCpu) },
    { record: S.cpuThrottled, expr: max(S.replicaThrottled) },
    { record: S.memory, expr: sum(S.replicaMemory) },
    { record: S.memoryRequest, expr: sum(S.replicaMemoryRequest) },
    { record: S.memoryUtilisation, expr: ratio(S.memory, S.memoryRequest) },
    { record: S.memoryUtilisationMax, expr: perReplica(S.replicaMemory, S.replicaMemoryRequest) },
    { record: S.memoryBusiest, expr: max(S.replicaMemory) },
    {
      record: S.saturation,
      expr: max(`{__name__=~"${[S.cpuUtilisationMax, S.memoryUtilisationMax, S.cpuThrottled].join("|")}"}`),
    },
    {
      record: S.starts,
      expr: 'count by (service) (max_over_time(process_start_time_seconds{service!=""}[15m]) > time() - 900)',
    },
  ];
}
