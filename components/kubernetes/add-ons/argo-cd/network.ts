import type { Allowance, Connection } from "../foundation/network-policy.ts";
import type { ArgoCdRecord } from "./args.ts";
import { WORKLOADS } from "./values.ts";

const PORTS = { server: 8080, repoServer: 8081, redis: 6379 };
const TO_API_SERVER: Connection = { peer: "api-server", ports: [] };
const inside = (port: number): Connection => ({ peer: "own-namespace", ports: [port] });
const metrics = (port: number): Connection => ({ peer: "monitoring", ports: [port] });

/** Only the repository server reaches repositories, and it reaches nothing else. */
export function argoCdAllowances({ ingressNamespace, signIn }: ArgoCdRecord): Allowance[] {
  const people: Connection[] =
    ingressNamespace === null ? [] : [{ peer: { namespace: ingressNamespace }, ports: [PORTS.server] }];
  const issuer: Connection[] = signIn === null ? [] : [{ peer: "anywhere", ports: [443] }];
  return [
    {
      workload: WORKLOADS.controller,
      from: [metrics(8082)],
      to: [TO_API_SERVER, inside(PORTS.repoServer), inside(PORTS.redis)],
    },
    {
      workload: WORKLOADS.server,
      from: [metrics(8083), ...people],
      to: [TO_API_SERVER, inside(PORTS.repoServer), inside(PORTS.redis), ...issuer],
    },
    {
      workload: WORKLOADS.repoServer,
      from: [metrics(8084), inside(PORTS.repoServer)],
      to: [inside(PORTS.redis), { peer: "anywhere", ports: [443, 22] }],
    },
    { workload: WORKLOADS.redis, from: [inside(PORTS.redis)], to: [] },
    { workload: WORKLOADS.redisSecretInit, from: [], to: [TO_API_SERVER] },
  ];
}
