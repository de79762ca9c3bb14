import { ARCHITECTURE_LABEL, costLabels, LABEL_PREFIX } from "@pyairtable/kubernetes-facts";
import type { Plan, ServiceOnKubernetes, ServicePlan } from "@pyairtable/plan";
import type { GraphResource } from "../index.ts";
import { resource } from "./resource.ts";

/** What an EKS cluster of the plan is made of, as far as it costs money. */
export function clusterResources({ cluster, kubernetes }: Plan): GraphResource[] {
  const tags = { Service: "platform" };
  const { nodes, addOns } = kubernetes;
  const disk = (volumeSize: number) => ({ ebs: { volumeType: "gp3", volumeSize } });
  return [
    resource("aws:eks/cluster:Cluster", "eks", { tags }),
    resource("aws:kms/key:Key", "eks", { tags }),
    resource("aws:cloudwatch/logGroup:LogGroup", "eks-logs", {
      name: "/aws/eks/pyairtable-prod/cluster",
      retentionInDays: cluster.logRetentionDays,
      tags,
    }),
    resource("aws:ec2/launchTemplate:LaunchTemplate", "eks-system", { blockDeviceMappings: [disk(4), disk(30)], tags }),
    resource("aws:eks/nodeGroup:NodeGroup", "eks-system", {
      instanceTypes: [nodes?.system.instanceType],
      scalingConfig: { desiredSize: nodes?.system.count },
      capacityType: "ON_DEMAND",
      tags,
    }),
    ...["vpc-cni", "coredns"].map((addonName) => resource("aws:eks/addon:Addon", addonName, { addonName, tags })),
    ...(addOns.karpenter.enabled ? [resource("aws:sqs/queue:Queue", "interruptions", { tags })] : []),
    // An add-on's pods run on the system nodes.
    resource("kubernetes:apps/v1:Deployment", "keda", {
      metadata: { name: "keda", labels: { [`${LABEL_PREFIX}/service`]: "platform" } },
      spec: { replicas: 2, template: { spec: { containers: [container({ cpuMillicores: 100, memoryMiB: 100 })] } } },
    }),
  ];
}

export function podResources(service: ServicePlan, pods: ServiceOnKubernetes, plan: Plan): GraphResource[] {
  const { name, architecture, secrets, route, tags } = service;
  const metadata = { name, namespace: pods.namespace, labels: costLabels(tags) };
  const { key, spot, onDemand } = plan.kubernetes.capacityLabel;
  const among = (label: string, value: string) => ({ key: label, operator: "In", values: [value] });
  const { kind } = pods.capacity;
  const must = [
    among(ARCHITECTURE_LABEL, architecture === "arm64" ? "arm64" : "amd64"),
    ...(kind === "on-demand" ? [among(key, onDemand)] : []),
  ];
  const may = kind === "spot" ? [{ weight: 100, preference: { matchExpressions: [among(key, spot)] } }] : [];
  const deployment = resource("kubernetes:apps/v1:Deployment", name, {
    metadata,
    spec: {
      template: {
        spec: {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: must }] },
              preferredDuringSchedulingIgnoredDuringExecution: may,
            },
          },
          topologySpreadConstraints: [
            { topologyKey: "topology.kubernetes.io/zone" },
            ...(kind === "spread" ? [{ topologyKey: key }] : []),
          ],
          containers: [container(pods.requests)],
        },
      },
    },
  });
  const made = [deployment, autoscaler(name, metadata, pods)];
  if (secrets.length > 0) {
    const data = secrets.map(({ variable, secretName }) => ({ secretKey: variable, remoteRef: { key: secretName } }));
    made.push(resource("kubernetes:external-secrets.io/v1:ExternalSecret", name, { metadata, spec: { data } }));
  }
  if (route !== null && plan.kubernetes.ingressClass !== null) {
    const annotations = { "alb.ingress.kubernetes.io/group.name": "pyairtable-prod" };
    made.push(resource("kubernetes:networking.k8s.io/v1:Ingress", name, { metadata: { ...metadata, annotations } }));
  }
  return made;
}

function autoscaler(name: string, metadata: object, { autoscaler: plan }: ServiceOnKubernetes): GraphResource {
  const scaleTargetRef = { apiVersion: "apps/v1", kind: "Deployment", name };
  const { minReplicas, maxReplicas } = plan;
  if (plan.kind === "hpa") {
    const spec = { scaleTargetRef, minReplicas, maxReplicas };
    return resource("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", name, { metadata, spec });
  }
  const triggers = [
    { type: "cpu", metadata: { value: "60" } },
    ...plan.windows.map(({ start, end, timeZone, replicas }) => ({
      type: "cron",
      metadata: { timezone: timeZone, start, end, desiredReplicas: String(replicas) },
    })),
  ];
  const spec = { scaleTargetRef, minReplicaCount: minReplicas, maxReplicaCount: maxReplicas, triggers };
  return resource("kubernetes:keda.sh/v1alpha1:ScaledObject", name, { metadata, spec });
}

function container({ cpuMillicores, memoryMiB }: ServiceOnKubernetes["requests"]) {
  return { resources: { requests: { cpu: `${cpuMillicores}m`, memory: `${memoryMiB}Mi` } } };
}
