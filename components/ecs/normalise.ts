import { throwIfAny } from "@pyairtable/diagnostics";
import type { ServiceArgs } from "./args.ts";
import { checkService } from "./checks.ts";
import { resolveImage } from "./images.ts";
import { logsOf, routeOf, serviceConnectOf, volumesOf } from "./normalise-connections.ts";
import { alarmsOf, deploymentOf, scalingOf } from "./normalise-operation.ts";
import type { ContainerRecord, ServiceRecord } from "./record.ts";

const DEFAULT_DRAIN = {
  lbWaitSeconds: 30,
  inFlightSeconds: 30,
  stopTimeoutSeconds: 90,
  deregistrationDelaySeconds: 45,
} as const;

/** Args to record: fills in defaults, checks everything, throws one `UserError` with all problems. */
export function normalise(args: ServiceArgs): ServiceRecord {
  const scaling = scalingOf(args);
  const bare = {
    ...identityOf(args),
    architecture: args.architecture ?? "arm64",
    cpuUnits: args.cpuUnits,
    memoryMiB: args.memoryMiB,
    replicas: args.replicas,
    placement: args.placement,
    drain: args.drain ?? DEFAULT_DRAIN,
    port: args.port,
    healthPath: args.healthPath,
    startupSeconds: args.startupSeconds ?? 30,
    container: containerOf(args),
    sidecars: (args.sidecars ?? []).map((s) => ({ command: [], variables: {}, essential: false, ...s })),
    route: routeOf(args),
    serviceConnect: serviceConnectOf(args),
    calls: [...(args.calls ?? [])].sort(),
    egress: {
      httpsCidrs:
        args.egress?.https === undefined || args.egress.https === "anywhere" ? ["0.0.0.0/0"] : args.egress.https,
      dnsServers: args.egress?.dnsServers ?? [],
    },
    logs: logsOf(args),
    volumes: volumesOf(args),
    exec: args.exec ?? null,
    taskStatements: args.taskStatements ?? [],
    faultInjection: (args.faultInjection ?? null) !== null,
    ephemeralStorageGiB: args.ephemeralStorageGiB ?? null,
    scaling,
    offHours: args.offHours ?? null,
    deployment: deploymentOf(args),
  } satisfies Omit<ServiceRecord, "alarms">;
  const record: ServiceRecord = { ...bare, alarms: alarmsOf(args, bare) };
  throwIfAny(`Service ${String(args.service)}`, checkService(record, args));
  return record;
}

function identityOf(args: ServiceArgs) {
  const { service, project, environment, region, accountId, tags, clusterName, namespaceName } = args;
  const dnsName = `${service}.${namespaceName}`;
  return { service, project, environment, region, accountId, tags, clusterName, namespaceName, dnsName };
}

function containerOf(args: ServiceArgs): ContainerRecord {
  const url = `http://127.0.0.1:${args.port}${args.healthPath}`;
  return {
    ...resolveImage(String(args.image), args.accountId, args.region),
    command: args.command ?? [],
    variables: args.variables ?? {},
    secrets: args.secrets ?? [],
    healthCommand: args.healthCommand ?? ["CMD-SHELL", `wget -q -T 2 -O /dev/null ${url} || exit 1`],
    user: args.user ?? "10001:10001",
    readonlyRoot: (args.writableRoot ?? null) === null,
    openFiles: args.openFiles ?? 65536,
    restart: args.restart ?? null,
  };
}
