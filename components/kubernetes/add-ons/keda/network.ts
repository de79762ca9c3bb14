import type { Allowance, Connection } from "../foundation/network-policy.ts";
import { AGENT } from "../pod-identity/pod-identity.ts";
import type { KedaRecord } from "./args.ts";
import { WORKLOADS } from "./values.ts";

const METRICS: Connection = { peer: "monitoring", ports: [8080] };
const TO_API_SERVER: Connection = { peer: "api-server", ports: [] };

/** The operator asks queues for their length; the metrics server asks the operator; the API server asks the other two. */
export function kedaAllowances({ identity }: KedaRecord): Allowance[] {
  return [
    {
      workload: WORKLOADS.operator,
      from: [METRICS, { peer: "own-namespace", ports: [9666] }],
      to: [TO_API_SERVER, ...(identity === null ? [] : [AGENT, { peer: "anywhere" as const, ports: [443] }])],
    },
    {
      workload: WORKLOADS.metricServer,
      from: [METRICS, { peer: "api-server", ports: [6443] }],
      to: [TO_API_SERVER, { peer: "own-namespace", ports: [9666] }],
    },
    {
      workload: WORKLOADS.webhooks,
      from: [METRICS, { peer: "api-server", ports: [9443] }],
      to: [TO_API_SERVER],
    },
  ];
}
