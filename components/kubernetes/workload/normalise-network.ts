import type { KubernetesServiceArgs } from "./args.ts";
import type { PeerArgs } from "./network-args.ts";
import type { NetworkRecord, RouteRecord } from "./record.ts";

export function routeOf({ route }: KubernetesServiceArgs): RouteRecord | null {
  if (route === undefined || route === null) return null;
  const { host, paths, ingressClass, annotations } = route;
  return { host, paths: [...paths].sort(), ingressClass, annotations: annotations ?? {} };
}

export function networkOf({ network }: KubernetesServiceArgs): NetworkRecord {
  return {
    callers: sorted(network?.callers ?? []),
    callees: sorted(network?.callees ?? []),
    ingressSource: network?.ingressSource ?? null,
    monitoringNamespace: network?.monitoringNamespace ?? null,
    stores: network?.stores ?? [],
    internet: network?.internet ?? null,
    nodeLocalDnsCidr: network?.nodeLocalDnsCidr ?? null,
  };
}

/** By namespace and name, so that the order of a catalog never shows as a difference. */
function sorted<T extends PeerArgs>(peers: readonly T[]): T[] {
  const key = ({ namespace, service }: PeerArgs) => `${namespace}/${service}`;
  return [...peers].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
