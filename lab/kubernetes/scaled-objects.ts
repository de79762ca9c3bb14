import { setTimeout as sleep } from "node:timers/promises";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { AS_MERGE, type Cluster, statusOf } from "./cluster.ts";

/**
 * Stands in for KEDA's operator, which asks AWS for the length of queues and so cannot work here: reads the admitted
 * ScaledObjects and makes of each the HorizontalPodAutoscaler that KEDA makes (its CPU and memory triggers, the floor
 * of the window that is open). Everything after that is the real controller's.
 */
export async function actAsKeda(cluster: Cluster, plan: Plan, clock: "day" | "night"): Promise<number> {
  const scaled = plan.services.filter(({ kubernetes }) => kubernetes?.autoscaler.kind === "keda");
  await Promise.all(scaled.map((service) => scaleAsKeda(cluster, service, clock)));
  return scaled.length;
}

const EVERY_MS = 2_000;

/** The same as soon as a ScaledObject is there, while `pulumi up` still makes others. Returns what ends it. */
export function actAsKedaMeanwhile(cluster: Cluster, plan: Plan): () => Promise<void> {
  const waiting = new Set(plan.services.filter(({ kubernetes }) => kubernetes?.autoscaler.kind === "keda"));
  let stopped = false;
  const loop = (async () => {
    while (!stopped && waiting.size > 0) {
      for (const service of waiting) {
        // Not there yet, or its deployment is not: asked again.
        await scaleAsKeda(cluster, service, "day").then(
          () => waiting.delete(service),
          () => {},
        );
      }
      await sleep(EVERY_MS);
    }
  })();
  return async () => {
    stopped = true;
    await loop;
  };
}

interface ScaledObject {
  readonly spec: {
    readonly scaleTargetRef: { readonly name: string };
    readonly minReplicaCount?: number;
    readonly maxReplicaCount?: number;
    readonly triggers: readonly {
      readonly type: string;
      readonly metricType?: string;
      readonly metadata: Readonly<Record<string, string>>;
    }[];
    readonly advanced?: {
      readonly horizontalPodAutoscalerConfig?: { readonly name?: string; readonly behavior?: object };
    };
  };
}

async function scaleAsKeda(cluster: Cluster, service: ServicePlan, clock: "day" | "night"): Promise<void> {
  const namespace = service.kubernetes?.namespace ?? "";
  const { spec } = (await cluster.custom.getNamespacedCustomObject({
    group: "keda.sh",
    version: "v1alpha1",
    namespace,
    plural: "scaledobjects",
    name: service.name,
  })) as ScaledObject;
  const windows = spec.triggers
    .filter(({ type }) => type === "cron")
    .map(({ metadata }) => Number(metadata.desiredReplicas));
  const sleeps = service.offHours !== "always-on";
  const floor =
    clock === "day" && sleeps ? Math.max(spec.minReplicaCount ?? 0, ...windows) : (spec.minReplicaCount ?? 0);
  const config = spec.advanced?.horizontalPodAutoscalerConfig;
  const name = config?.name ?? `keda-hpa-${service.name}`;
  if (floor === 0) return toZero(cluster, namespace, spec.scaleTargetRef.name, name);
  await fromZero(cluster, namespace, spec.scaleTargetRef.name);
  const metrics = spec.triggers
    .filter(({ type }) => type === "cpu" || type === "memory")
    .map(({ type, metadata }) => ({
      type: "Resource",
      resource: { name: type, target: { type: "Utilization", averageUtilization: Number(metadata.value) } },
    }));
  const body = {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name, namespace },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: spec.scaleTargetRef.name },
      minReplicas: floor,
      maxReplicas: spec.maxReplicaCount ?? floor,
      metrics,
      behavior: config?.behavior,
    },
  };
  try {
    await cluster.autoscaling.createNamespacedHorizontalPodAutoscaler({ namespace, body: body as never });
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
    await cluster.autoscaling.replaceNamespacedHorizontalPodAutoscaler({
      namespace,
      name,
      body: body as never,
    });
  }
}

/** No HPA goes to zero: KEDA removes nothing but sets the scale itself. */
async function toZero(cluster: Cluster, namespace: string, deployment: string, name: string): Promise<void> {
  await cluster.autoscaling.deleteNamespacedHorizontalPodAutoscaler({ namespace, name }).catch((error: unknown) => {
    if (statusOf(error) !== 404) throw error;
  });
  await setScale(cluster, namespace, deployment, 0);
}

async function fromZero(cluster: Cluster, namespace: string, deployment: string): Promise<void> {
  const scale = await cluster.apps.readNamespacedDeploymentScale({ namespace, name: deployment });
  if ((scale.spec?.replicas ?? 0) === 0) await setScale(cluster, namespace, deployment, 1);
}

async function setScale(cluster: Cluster, namespace: string, name: string, replicas: number): Promise<void> {
  // A patch names no version, so the deployment's controller may write meanwhile.
  await cluster.apps.patchNamespacedDeploymentScale({ namespace, name, body: { spec: { replicas } } }, AS_MERGE);
}
