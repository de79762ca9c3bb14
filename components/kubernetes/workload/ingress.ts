import type { IngressArgs } from "@pulumi/kubernetes/networking/v1/ingress.js";
import { metadataOf, PORT_NAME } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

/** Ingress of a public service; null where it is internal. TLS without a Secret: the controller's own certificate. */
export function ingressManifest(record: WorkloadRecord) {
  const { route, service } = record;
  if (route === null) return null;
  const { host, paths, ingressClass, annotations } = route;
  const backend = { service: { name: service, port: { name: PORT_NAME } } };
  return {
    metadata: {
      ...metadataOf(record),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
    },
    spec: {
      ingressClassName: ingressClass,
      tls: [{ hosts: [host] }],
      rules: [{ host, http: { paths: paths.map((path) => ({ ...matchOf(path), backend })) } }],
    },
  } satisfies IngressArgs;
}

/** `/attachments/*` takes all below `/attachments`, `/ready` itself alone. */
function matchOf(pattern: string): { path: string; pathType: string } {
  if (!pattern.endsWith("*")) return { path: pattern, pathType: "Exact" };
  const prefix = pattern.slice(0, -1).replace(/\/$/, "");
  return { path: prefix === "" ? "/" : prefix, pathType: "Prefix" };
}
