import type { Reporter } from "../../shared/index.ts";
import { isDnsLabel, isIpv4Block } from "../shared/index.ts";
import type { WorkloadRecord } from "./record.ts";

/** Peers that can be selected, blocks that are blocks, and a source for what is let in from outside. */
export function checkNetwork(record: WorkloadRecord, report: Reporter): void {
  const { network, route, metrics } = record;
  for (const side of ["callers", "callees"] as const)
    for (const [n, { service, namespace }] of network[side].entries())
      report.unless(isDnsLabel(service) && isDnsLabel(namespace), {
        code: "peer",
        path: `network.${side}[${n}]`,
        got: `${namespace}/${service}`,
        wanted: "namespace and name of a service",
        fix: "Name a service of the cluster.",
      });
  for (const [n, { port }] of network.callees.entries())
    report.wholeNumber(`network.callees[${n}].port`, port, 1, 65_535, "(port)");
  for (const [n, { port }] of network.stores.entries())
    report.wholeNumber(`network.stores[${n}].port`, port, 1, 65_535, "(port)");
  if (network.internet !== null) report.reason("network.internet.why", network.internet.why);
  checkBlocks(record, report);
  checkRoute(record, report);
  report.unless(metrics === null || network.monitoringNamespace !== null, {
    code: "wiring",
    path: "network.monitoringNamespace",
    got: network.monitoringNamespace,
    wanted: "the namespace Prometheus runs in: its policies would keep it out",
    fix: "Name it, or leave metrics out.",
  });
  report.unless(route === null || network.ingressSource !== null, {
    code: "wiring",
    path: "network.ingressSource",
    got: network.ingressSource,
    wanted: "where the ingress controller's connections come from: its policies would keep them out",
    fix: "Name the controller's namespace, or the load balancer's address blocks.",
  });
}

function checkBlocks({ network }: WorkloadRecord, { unless }: Reporter): void {
  const source = network.ingressSource;
  const blocks: [path: string, blocks: readonly string[]][] = [
    ...network.stores.map(({ name, cidrs }): [string, readonly string[]] => [`network.stores.${name}`, cidrs]),
    ["network.ingressSource", source !== null && "cidrs" in source ? source.cidrs : ["0.0.0.0/0"]],
    ["network.nodeLocalDnsCidr", [network.nodeLocalDnsCidr ?? "0.0.0.0/0"]],
  ];
  for (const [path, cidrs] of blocks)
    unless(cidrs.length > 0 && cidrs.every(isIpv4Block), {
      code: "cidr",
      path,
      got: cidrs,
      wanted: "one IPv4 block at least, such as 10.0.0.0/16",
      fix: "Write address and prefix length.",
    });
}

function checkRoute({ route }: WorkloadRecord, { unless }: Reporter): void {
  if (route === null) return;
  unless(route.paths.length > 0 && route.paths.every((path) => /^\/[\w.$/~@:+-]*\*?$/.test(path)), {
    code: "route",
    path: "route.paths",
    got: route.paths,
    wanted: "paths from /, with * at the end only",
    fix: "Write them like /auth/*: an Ingress knows prefixes and exact paths.",
  });
  unless(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(route.host), {
    code: "route",
    path: "route.host",
    got: route.host,
    wanted: "a DNS name, such as api.example.com",
    fix: "Give the name the service is reached by.",
  });
  unless(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(route.ingressClass), {
    code: "route",
    path: "route.ingressClass",
    got: route.ingressClass,
    wanted: "the name of an IngressClass",
    fix: "Name the class of the cluster's ingress controller.",
  });
}
