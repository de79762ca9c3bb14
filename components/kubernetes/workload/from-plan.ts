import { telemetryVariables } from "@pyairtable/monitoring/plan";
import type { Plan, ServiceOnKubernetes, ServicePlan } from "@pyairtable/plan";
import { dnsSuffix } from "../../shared/index.ts";
import type { KubernetesServiceArgs } from "./args.ts";
import { networkFromPlan, routeFromPlan } from "./from-plan-network.ts";
import type { IdentityArgs } from "./identity-args.ts";
import type { PlanWiring } from "./plan-wiring.ts";
import type { VerticalArgs } from "./scaling-args.ts";

/** Of the External Secrets add-on. */
const DEFAULT_SECRET_STORE = "platform";

/** Args of one service of the plan; decides nothing. A service that is not on Kubernetes is our bug. */
export function fromPlan(service: ServicePlan, plan: Plan, wiring: PlanWiring = {}): KubernetesServiceArgs {
  const { kubernetes } = service;
  if (kubernetes === null) throw new Error(`${service.name} does not run on Kubernetes in ${plan.environment}`);
  const { addOns, mode } = plan.kubernetes;
  return {
    service: service.name,
    namespace: kubernetes.namespace,
    domain: service.domain,
    tier: service.tier,
    tags: service.tags,
    image: service.image,
    registry: wiring.registry ?? ownRegistry(plan, wiring),
    variables: { ...service.environment, ...telemetryVariables(plan, plan.monitoring, service, otlpUrlOf(wiring)) },
    secrets: service.secrets,
    secretStore: addOns["external-secrets"].enabled ? (wiring.secretStore ?? DEFAULT_SECRET_STORE) : null,
    requests: kubernetes.requests,
    port: service.port,
    healthPath: service.healthPath,
    startupSeconds: service.startupSeconds,
    drain: service.drain,
    gracePeriodSeconds: kubernetes.gracePeriodSeconds,
    preStopSeconds: kubernetes.preStopSeconds,
    architecture: service.architecture,
    capacity: {
      kind: kubernetes.capacity.kind,
      label: plan.kubernetes.capacityLabel,
      bothExist: mode === "eks",
    },
    zones: { count: plan.zones.length, required: plan.production && service.tier === "critical" },
    priorityClass: kubernetes.priorityClass,
    replicas: service.replicas,
    autoscaler: kubernetes.autoscaler,
    vertical: verticalOf(kubernetes, plan),
    disruption: kubernetes.disruption,
    rollout: service.deployment,
    route: routeFromPlan(service, plan),
    metrics: addOns["prometheus-operator"].enabled ? {} : null,
    network: networkFromPlan(service, plan, wiring),
    identity: identityOf(service.name, plan, wiring),
    wiring: {
      dependsOn: wiring.dependsOn ?? [],
      queueRegion: plan.region,
      queueUrls: queueUrlsOf(kubernetes, plan, wiring),
    },
  };
}

function otlpUrlOf({ collector }: PlanWiring): string | null {
  return collector === undefined ? null : `http://${collector.service}.${collector.namespace}.svc:${collector.port}`;
}

function ownRegistry({ kubernetes, region }: Plan, { accountId }: PlanWiring): string | null {
  if (kubernetes.mode !== "eks" || accountId === undefined) return null;
  return `${accountId}.dkr.ecr.${region}.${dnsSuffix(region)}`;
}

/** None without the add-on; within twice the request and what the namespace lets a container have. */
function verticalOf({ vertical, requests, namespace }: ServiceOnKubernetes, plan: Plan): VerticalArgs | null {
  if (!plan.kubernetes.addOns["vertical-pod-autoscaler"].enabled) return null;
  const most = plan.kubernetes.namespaces.find(({ name }) => name === namespace)?.limitRange;
  const { cpuMillicores, memoryMiB } = requests;
  return {
    ...vertical,
    bounds: {
      minCpuMillicores: Math.ceil(cpuMillicores / 2),
      maxCpuMillicores: Math.min(cpuMillicores * 2, most?.maxCpuMillicores ?? Number.POSITIVE_INFINITY),
      minMemoryMiB: Math.ceil(memoryMiB / 2),
      maxMemoryMiB: Math.min(memoryMiB * 2, most?.maxMemoryMiB ?? Number.POSITIVE_INFINITY),
    },
  };
}

function identityOf(service: string, plan: Plan, wiring: PlanWiring): IdentityArgs | null {
  const { accountId, clusterName } = wiring;
  const statements = wiring.statements?.[service] ?? [];
  if (plan.kubernetes.mode !== "eks" || accountId === undefined || clusterName === undefined) return null;
  if (statements.length === 0) return null;
  return { accountId, region: plan.region, clusterName, statements };
}

function queueUrlsOf({ autoscaler }: ServiceOnKubernetes, plan: Plan, { accountId, queueUrls }: PlanWiring) {
  const { project, environment, region } = plan;
  const host = `https://sqs.${region}.${dnsSuffix(region)}/${accountId}`;
  const own = autoscaler.queues.map(({ queue }) => [queue, `${host}/${project}-${environment}-${queue}`]);
  return { ...(accountId === undefined ? {} : Object.fromEntries(own)), ...queueUrls };
}
