import { COST_LABELS, NAME_LABEL } from "@pyairtable/kubernetes-facts";
import { edit, resource } from "./build.ts";
import type { CapturedGraph, CapturedResource, Loose } from "./captured.ts";

export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
type Props = Record<string, unknown>;

/** Any object of the API, in namespace `records` unless told. */
export function object(type: string, name: string, props: Props = {}, metadata: Props = {}): CapturedResource {
  return resource(type, { ...props, metadata: { name, namespace: "records", ...metadata } }, { name });
}

/** A Deployment named `api` of one pod; `labels` are those of the Deployment and of its pods. */
export function podWith(
  pod: Props,
  labels: Record<string, string> = {},
  spec: Props = {},
  type = DEPLOYMENT,
): CapturedResource {
  const all = { [NAME_LABEL]: "api", ...labels };
  const template = { metadata: { labels: all }, spec: pod };
  return object(type, "api", { spec: { template, ...spec } }, { labels: all });
}

/** A Deployment of one container `api`. */
export function containerWith(container: Props, pod: Props = {}): CapturedResource {
  return podWith({ containers: [{ name: "api", ...container }], ...pod });
}

/** A Deployment of a service of the catalog; the critical `record-service` unless told. */
export function servicePodWith(pod: Props, service = "record-service", spec: Props = {}): CapturedResource {
  return podWith(pod, { [COST_LABELS.Service]: service }, spec);
}

export function serviceContainerWith(container: Props, pod: Props = {}): CapturedResource {
  return servicePodWith({ containers: [{ name: "api", ...container }], ...pod });
}

/** A Deployment of one init container `migrate`, or of a sidecar, beside `api`. */
export function initContainerWith(container: Props): CapturedResource {
  return podWith({ containers: [], initContainers: [{ name: "migrate", ...container }] });
}

/** A CronJob of one pod. */
export function cronJobWith(pod: Props): CapturedResource {
  return object("kubernetes:batch/v1:CronJob", "nightly", {
    spec: { jobTemplate: { spec: { template: { spec: pod } } } },
  });
}

/** Which resources speak of one service of the catalog: those labelled with it. */
export function ofService(service: string): (one: CapturedResource) => boolean {
  return ({ props }) => props.metadata?.labels?.[COST_LABELS.Service] === service;
}

/** Changes the Deployment of a service; the critical `record-service` unless told. */
export function editDeployment(
  graph: CapturedGraph,
  change: (spec: Loose, props: Record<string, Loose>) => void,
  service = "record-service",
): void {
  edit(graph, DEPLOYMENT, (props) => change(props.spec, props), ofService(service));
}

export function editPod(graph: CapturedGraph, change: (pod: Loose) => void, service?: string): void {
  editDeployment(graph, (spec) => change(spec.template.spec), service);
}

/** Changes the main container. */
export function editKubernetesContainer(
  graph: CapturedGraph,
  change: (container: Loose) => void,
  service?: string,
): void {
  editPod(graph, (pod) => change(pod.containers[0]), service);
}

const TARGET = { apiVersion: "apps/v1", kind: "Deployment", name: "api" };

/** An HPA over the Deployment `api`, unless told. */
export function hpa(spec: Props, name = "api"): CapturedResource {
  const scaleTargetRef = { ...TARGET, name };
  return object("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", name, { spec: { scaleTargetRef, ...spec } });
}

/** A ScaledObject over it. */
export function scaledObject(spec: Props): CapturedResource {
  const all = { scaleTargetRef: { name: "api" }, triggers: [], ...spec };
  return object("kubernetes:keda.sh/v1alpha1:ScaledObject", "api", { spec: all });
}

/** A PodDisruptionBudget over the pods of `podWith`, unless told. */
export function budget(
  spec: Props,
  matchLabels: Record<string, string> = { [NAME_LABEL]: "api" },
  namespace = "records",
  name = "api",
): CapturedResource {
  const all = { selector: { matchLabels }, ...spec };
  return object("kubernetes:policy/v1:PodDisruptionBudget", name, { spec: all }, { namespace });
}

/** The same object again, under another name. */
export function copyOf(source: CapturedResource, name: string): CapturedResource {
  const copy = structuredClone(source);
  copy.name = name;
  copy.urn = `${source.urn}-copy`;
  for (const props of [copy.props, copy.inputs]) if (props !== undefined) props.metadata.name = name;
  return copy;
}

/** A NetworkPolicy in namespace `records`. */
export function networkPolicy(spec: Props, name = "policy"): CapturedResource {
  return object("kubernetes:networking.k8s.io/v1:NetworkPolicy", name, { spec });
}

/** A service of the catalog by name, with one port. */
export function serviceNamed(service: string): CapturedResource {
  const labels = { [NAME_LABEL]: service, [COST_LABELS.Service]: service };
  const spec = { containers: [{ name: service, ports: [{ name: "http", containerPort: 8080 }] }] };
  return object(DEPLOYMENT, service, { spec: { template: { metadata: { labels }, spec } } }, { labels });
}

/** A ClusterRole of one rule. */
export function role(verbs: string[], resources: string[], name = "reader"): CapturedResource {
  const rules = [{ apiGroups: [""], resources, verbs }];
  return object("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", name, { rules });
}

/** A node group and the launch template it uses. */
export function nodeGroupWith(template: Props): CapturedResource[] {
  const used = resource("aws:ec2/launchTemplate:LaunchTemplate", template, { name: "nodes" });
  return [used, resource("aws:eks/nodeGroup:NodeGroup", {}, { dependencies: [used.urn] })];
}

/** Which launch templates node groups of a graph use. */
export function ofNodeGroup(graph: CapturedGraph): (one: CapturedResource) => boolean {
  const groups = graph.filter(({ type }) => type === "aws:eks/nodeGroup:NodeGroup");
  const used = new Set(groups.flatMap(({ dependencies = [] }) => dependencies));
  return ({ urn }) => used.has(urn);
}

/** A release of the Karpenter chart. */
export function release(props: Props): CapturedResource {
  const all = { chart: "oci://public.ecr.aws/karpenter/karpenter", version: "1.6.0", ...props };
  return resource("kubernetes:helm.sh/v3:Release", all, { name: "karpenter" });
}

export function nodePool(spec: Props): CapturedResource {
  return object("kubernetes:karpenter.sh/v1:NodePool", "pool", { spec: { template: { spec: {} }, ...spec } });
}

export function nodeClass(spec: Props): CapturedResource {
  return object("kubernetes:karpenter.k8s.aws/v1:EC2NodeClass", "default", { spec });
}

/** Requirements of a node pool, by label. */
export function requirements(of: Record<string, string[]>): object[] {
  return Object.entries(of).map(([key, values]) => ({ key, operator: "In", values }));
}
