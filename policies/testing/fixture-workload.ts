import { ARCHITECTURE_LABEL, NAME_LABEL, NON_ROOT_ID, ZONE_LABEL } from "@pyairtable/kubernetes-facts";
import { resource } from "./build.ts";
import type { CapturedGraph } from "./captured.ts";
import { fixtureLabels } from "./fixture-labels.ts";

export interface FixtureWorkload {
  readonly name: string;
  readonly namespace: string;
  readonly tier: "critical" | "standard" | "batch";
  readonly owner: string;
  readonly costCenter: string;
  readonly port: number;
  /** Services it calls: each in the namespace named. */
  readonly calls?: readonly { readonly name: string; readonly namespace: string; readonly port: number }[];
  /** Services that call it. */
  readonly calledBy?: readonly { readonly name: string; readonly namespace: string }[];
  readonly keda?: boolean;
  readonly public?: boolean;
}

export const IMAGES = "111122223333.dkr.ecr.us-east-1.amazonaws.com/pyairtable";
export const CAPACITY_LABEL = "karpenter.sh/nodepool";

/** One service on Kubernetes: what its component makes. */
export function fixtureWorkload(service: FixtureWorkload): CapturedGraph {
  const { name, namespace, owner, costCenter } = service;
  const labels = {
    ...fixtureLabels(name, owner, costCenter),
    [NAME_LABEL]: name,
    "pyairtable.io/tier": service.tier,
  };
  const make = (type: string, suffix: string, props: Record<string, unknown>) =>
    resource(
      `kubernetes:${type}`,
      { ...props, metadata: { name, namespace, labels } },
      { name: suffix === "" ? name : `${name}-${suffix}` },
    );
  const selector = { matchLabels: { [NAME_LABEL]: name } };
  const deployment = make("apps/v1:Deployment", "", { spec: deploymentSpec(service, labels) });
  const target = { apiVersion: "apps/v1", kind: "Deployment", name };
  return [
    make("core/v1:ServiceAccount", "", { automountServiceAccountToken: false }),
    deployment,
    make("core/v1:Service", "service", {
      spec: {
        type: "ClusterIP",
        selector: selector.matchLabels,
        ports: [{ name: "http", port: service.port, targetPort: "http" }],
      },
    }),
    service.keda === true
      ? make("keda.sh/v1alpha1:ScaledObject", "scaling", { spec: scaledObjectSpec(target) })
      : make("autoscaling/v2:HorizontalPodAutoscaler", "scaling", { spec: hpaSpec(target) }),
    make("autoscaling.k8s.io/v1:VerticalPodAutoscaler", "vertical", {
      spec: { targetRef: target, updatePolicy: { updateMode: "Off" } },
    }),
    make("policy/v1:PodDisruptionBudget", "budget", {
      spec: { maxUnavailable: 1, selector, unhealthyPodEvictionPolicy: "AlwaysAllow" },
    }),
    make("networking.k8s.io/v1:NetworkPolicy", "network", { spec: networkPolicySpec(service, selector) }),
    ...(service.public === true
      ? [make("networking.k8s.io/v1:Ingress", "ingress", { spec: ingressSpec(service) })]
      : []),
  ];
}

function deploymentSpec({ name, port, tier }: FixtureWorkload, labels: Record<string, string>): object {
  const selector = { matchLabels: { [NAME_LABEL]: name } };
  const over = (topologyKey: string, whenUnsatisfiable: string) => {
    return { maxSkew: 1, topologyKey, whenUnsatisfiable, labelSelector: selector };
  };
  const arm = { key: ARCHITECTURE_LABEL, operator: "In", values: ["arm64"] };
  const probe = (periodSeconds: number, failureThreshold: number) => {
    return { httpGet: { path: "/health/ready", port: "http" }, periodSeconds, failureThreshold, timeoutSeconds: 2 };
  };
  const container = {
    name,
    image: `${IMAGES}/${name}:1.8.2`,
    ports: [{ name: "http", containerPort: port }],
    env: [
      { name: "PORT", value: String(port) },
      { name: "DRAIN_IN_FLIGHT_SECONDS", value: "30" },
      { name: "DATABASE_URL", valueFrom: { secretKeyRef: { name, key: "DATABASE_URL" } } },
    ],
    resources: { requests: { cpu: "250m", memory: "512Mi" }, limits: { memory: "512Mi" } },
    readinessProbe: probe(5, 2),
    livenessProbe: probe(10, 3),
    startupProbe: probe(2, 30),
    lifecycle: { preStop: { sleep: { seconds: 15 } } },
    securityContext: {
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
  };
  const pod = {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    priorityClassName: `pyairtable-${tier}`,
    terminationGracePeriodSeconds: 60,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: NON_ROOT_ID,
      runAsGroup: NON_ROOT_ID,
      seccompProfile: { type: "RuntimeDefault" },
    },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [arm] }] },
      },
    },
    topologySpreadConstraints: [over(ZONE_LABEL, "ScheduleAnyway"), over(CAPACITY_LABEL, "DoNotSchedule")],
    containers: [container],
    volumes: [{ name: "tmp", emptyDir: { sizeLimit: "64Mi" } }],
  };
  return {
    selector,
    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
    template: { metadata: { labels }, spec: pod },
  };
}

const behavior = {
  scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: "Percent", value: 100, periodSeconds: 15 }] },
  scaleDown: { stabilizationWindowSeconds: 300 },
};

function hpaSpec(scaleTargetRef: object): object {
  const target = { type: "Utilization", averageUtilization: 60 };
  return {
    scaleTargetRef,
    minReplicas: 2,
    maxReplicas: 6,
    metrics: [{ type: "Resource", resource: { name: "cpu", target } }],
    behavior,
  };
}

function scaledObjectSpec(scaleTargetRef: object): object {
  return {
    scaleTargetRef,
    minReplicaCount: 1,
    maxReplicaCount: 6,
    pollingInterval: 15,
    triggers: [{ type: "aws-sqs-queue", metadata: { queueLength: "20" } }],
    advanced: { horizontalPodAutoscalerConfig: { behavior } },
  };
}

/** Peers of both sides of each edge of the catalog. */
function networkPolicySpec({ port, calls = [], calledBy = [] }: FixtureWorkload, podSelector: object): object {
  const peer = ({ name, namespace }: { name: string; namespace: string }) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
    podSelector: { matchLabels: { [NAME_LABEL]: name } },
  });
  return {
    podSelector,
    policyTypes: ["Ingress", "Egress"],
    ingress: calledBy.map((one) => ({ from: [peer(one)], ports: [{ protocol: "TCP", port }] })),
    egress: calls.map((one) => ({ to: [peer(one)], ports: [{ protocol: "TCP", port: one.port }] })),
  };
}

function ingressSpec({ name, port }: FixtureWorkload): object {
  const path = { path: "/", pathType: "Prefix", backend: { service: { name, port: { number: port } } } };
  return {
    ingressClassName: "nginx",
    tls: [{ hosts: ["api.pyairtable.example"], secretName: "api-tls" }],
    rules: [{ host: "api.pyairtable.example", http: { paths: [path] } }],
  };
}
