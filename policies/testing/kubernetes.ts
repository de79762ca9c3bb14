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
