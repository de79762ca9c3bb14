import { throwIfAny } from "@pyairtable/diagnostics";
import { withRegistry } from "../shared/index.ts";
import type { KubernetesServiceArgs } from "./args.ts";
import { checkWorkload } from "./checks.ts";
import { networkOf, routeOf } from "./normalise-network.ts";
import { autoscalerOf, verticalOf } from "./normalise-scaling.ts";
import type { ContainerRecord, PlacementRecord, WorkloadRecord } from "./record.ts";

/** Args to record: fills in defaults, checks everything, throws one `UserError` with all problems. */
export function normalise(args: KubernetesServiceArgs): WorkloadRecord {
  const { service, namespace, domain, tier, tags, replicas } = args;
  const drain = args.drain ?? { lbWaitSeconds: 15, inFlightSeconds: 30 };
  const record: WorkloadRecord = {
    service,
    namespace,
    domain,
    tier,
    tags,
    container: containerOf(args),
    drain: {
      lbWaitSeconds: drain.lbWaitSeconds,
      inFlightSeconds: drain.inFlightSeconds,
      gracePeriodSeconds: args.gracePeriodSeconds ?? 75,
      preStopSeconds: args.preStopSeconds ?? 5,
    },
    placement: placementOf(args),
    replicas,
    autoscaler: autoscalerOf(args),
    vertical: verticalOf(args),
    disruption: args.disruption ?? { kind: "max-unavailable", pods: 1, why: "one pod at a time may be away" },
    rollout: { minimumHealthyPercent: args.rollout?.minimumHealthyPercent ?? 100 },
    route: routeOf(args),
    metrics: args.metrics
      ? { path: args.metrics.path ?? "/metrics", intervalSeconds: args.metrics.intervalSeconds ?? 30 }
      : null,
    network: networkOf(args),
    identity: args.identity ?? null,
  };
  throwIfAny(`KubernetesService ${String(service)}`, checkWorkload(record, args));
  return record;
}

function containerOf(args: KubernetesServiceArgs): ContainerRecord {
  return {
    image: withRegistry(String(args.image), args.registry ?? null),
    command: args.command ?? [],
    variables: args.variables ?? {},
    secrets: args.secrets ?? [],
    secretStore: args.secretStore ?? null,
    requests: args.requests,
    tmpMiB: args.tmpMiB ?? 512,
    port: args.port,
    healthPath: args.healthPath,
    livenessPath: args.livenessPath ?? null,
    startupSeconds: args.startupSeconds ?? 30,
  };
}

function placementOf({ architecture, capacity, zones, priorityClass }: KubernetesServiceArgs): PlacementRecord {
  return {
    architecture: architecture ?? "arm64",
    capacity: {
      kind: capacity?.kind ?? "spot",
      label: capacity?.label ?? null,
      bothExist: capacity?.bothExist ?? false,
    },
    zones: { count: zones?.count ?? 1, required: zones?.required ?? false },
    priorityClass: priorityClass ?? null,
  };
}
