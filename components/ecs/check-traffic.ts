import type { ServiceArgs } from "./args.ts";
import type { RouteRecord, ServiceRecord } from "./record.ts";
import type { Reporter } from "./reporter.ts";

/** How it is reached and what it reaches. */
export function checkTraffic(record: ServiceRecord, args: ServiceArgs, report: Reporter): void {
  if (record.route !== null) checkRoute(record.route, args, report);
  checkServiceConnect(record, report);
  checkEgress(record, report);
}

function checkRoute(route: RouteRecord, { wiring }: ServiceArgs, report: Reporter): void {
  const { unless } = report;
  const valid = route.paths.every((path) => /^\/[\w\-.$/~"'@:+&*?]{0,127}$/.test(path));
  unless(valid && route.paths.length >= 1 && route.paths.length + (route.host === null ? 0 : 1) <= 5, {
    code: "route",
    path: "route.paths",
    got: route.paths,
    wanted: "1 to 5 path patterns that start with / (4 with a host: a rule takes five values)",
    fix: "Shorten the list or split the service.",
  });
  report.wholeNumber("route.priority", route.priority, 1, 49999, "(priority)");
  report.wholeNumber("route.checkIntervalSeconds", route.checkIntervalSeconds, 5, 10, "seconds");
  report.wholeNumber("route.unhealthyThreshold", route.unhealthyThreshold, 2, 10, "failures");
  unless(route.checkIntervalSeconds * route.unhealthyThreshold <= 10, {
    code: "health-check",
    path: "route",
    got: { checkIntervalSeconds: route.checkIntervalSeconds, unhealthyThreshold: route.unhealthyThreshold },
    wanted: "interval × threshold of at most 10 seconds",
    fix: "Check more often or tolerate fewer failures, so that a draining task leaves in time.",
  });
  const { slowStartSeconds, algorithm } = route;
  unless(slowStartSeconds === 0 || (slowStartSeconds >= 30 && slowStartSeconds <= 900 && algorithm === "round_robin"), {
    code: "slow-start",
    path: "route.slowStartSeconds",
    got: slowStartSeconds,
    wanted: "0, or 30 to 900 seconds with the round_robin algorithm",
    fix: "Turn slow start off or choose round_robin.",
  });
  for (const key of ["listenerArn", "loadBalancerArnSuffix"] as const)
    unless(wiring[key] !== undefined, {
      code: "wiring",
      path: `wiring.${key}`,
      got: undefined,
      wanted: "the load balancer's, since the service is public",
      fix: "Wire the load balancer or set route to null.",
    });
}

function checkServiceConnect({ serviceConnect, route, calls, service }: ServiceRecord, report: Reporter): void {
  report.unless(!calls.includes(service) && new Set(calls).size === calls.length, {
    code: "calls",
    path: "calls",
    got: calls,
    wanted: "names of other services, each once",
    fix: "Remove the service itself and repeats.",
  });
  if (serviceConnect === null) {
    report.unless(route !== null || calls.length === 0, {
      code: "service-connect",
      path: "serviceConnect",
      got: null,
      wanted: "Service Connect on where services are called by name",
      fix: "Leave serviceConnect at its default.",
    });
    return;
  }
  report.wholeNumber("serviceConnect.requestTimeoutSeconds", serviceConnect.requestTimeoutSeconds, 0, 3600, "seconds");
  report.wholeNumber("serviceConnect.idleTimeoutSeconds", serviceConnect.idleTimeoutSeconds, 0, 3600, "seconds");
  report.unless(/^[a-z][a-z0-9-]{0,63}$/.test(serviceConnect.discoveryName), {
    code: "name",
    path: "environment",
    got: serviceConnect.discoveryName,
    wanted: "environment and service together of at most 64 characters",
    fix: "Shorten one of the two.",
  });
  report.unless(serviceConnect.accessLog === null || serviceConnect.proxyLog, {
    code: "service-connect",
    path: "serviceConnect.accessLog",
    got: serviceConnect.accessLog,
    wanted: "null, or proxyLog true to write it to",
    fix: "Turn proxyLog on.",
  });
}

function checkEgress({ egress }: ServiceRecord, { unless }: Reporter): void {
  const lists = { https: egress.httpsCidrs, dnsServers: egress.dnsServers };
  for (const [key, cidrs] of Object.entries(lists))
    for (const cidr of cidrs)
      unless(isCidr(cidr), {
        code: "cidr",
        path: `egress.${key}`,
        got: cidr,
        wanted: "an IPv4 block, such as 10.0.0.0/16",
        fix: "Write the block in CIDR form.",
      });
}

function isCidr(text: string): boolean {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return false;
  const [a, b, c, d, bits] = match.slice(1).map(Number) as [number, number, number, number, number];
  return [a, b, c, d].every((part) => part <= 255) && bits <= 32;
}
