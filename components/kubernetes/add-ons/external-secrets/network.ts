import type { Allowance, Connection } from "../foundation/network-policy.ts";
import { AGENT } from "../pod-identity/pod-identity.ts";
import type { ExternalSecretsRecord } from "./args.ts";
import { WORKLOADS } from "./values.ts";

const METRICS: Connection = { peer: "monitoring", ports: [8080] };
const TO_API_SERVER: Connection = { peer: "api-server", ports: [] };

/** The controller calls the store over HTTPS; the API server calls the webhook. */
export function externalSecretsAllowances({ store }: ExternalSecretsRecord): Allowance[] {
  const toStore: Connection[] = store === null ? [] : [{ peer: "anywhere", ports: [443] }];
  const identity = store?.kind === "aws" ? [AGENT] : [];
  return [
    { workload: WORKLOADS.controller, from: [METRICS], to: [TO_API_SERVER, ...toStore, ...identity] },
    {
      workload: WORKLOADS.webhook,
      from: [METRICS, { peer: "api-server", ports: [10250] }],
      to: [TO_API_SERVER],
    },
    // It asks the webhook's Service whether its certificate is the new one.
    {
      workload: WORKLOADS.certController,
      from: [METRICS],
      to: [TO_API_SERVER, { peer: "own-namespace", ports: [10250] }],
    },
  ];
}
