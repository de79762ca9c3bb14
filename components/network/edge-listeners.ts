import type { ListenerArgs, LoadBalancerArgs } from "@pulumi/aws/lb/index.js";
import type { Input } from "@pulumi/pulumi";
import { resourceTags } from "../shared/index.ts";
import type { EdgeRecord } from "./edge-args.ts";
import { PORTS } from "./edge-ingress.ts";

/** TLS 1.2 with forward secrecy and 1.3; nothing older. */
const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
/** One year, the length that browsers' lists ask for. */
const STRICT_TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains";

export function loadBalancerArgs(
  record: EdgeRecord,
  name: string,
  wiring: { subnets: Input<string[]>; securityGroupId: Input<string>; logBucket: Input<string> | undefined },
): LoadBalancerArgs {
  const { logBucket } = wiring;
  return {
    loadBalancerType: "application",
    internal: record.exposure.scheme === "internal",
    ipAddressType: "ipv4",
    subnets: wiring.subnets,
    securityGroups: [wiring.securityGroupId],
    idleTimeout: record.idleTimeoutSeconds,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: record.desyncMitigation,
    xffHeaderProcessingMode: "append",
    enableDeletionProtection: record.deletionProtection,
    // Lets on-call move traffic away from an ailing zone; free.
    enableZonalShift: true,
    ...(logBucket === undefined ? {} : { accessLogs: { enabled: true, bucket: logBucket } }),
    tags: resourceTags(record.tags, name),
  };
}

/** Everything on port 80 goes to HTTPS, for good. */
export function httpListenerArgs(record: EdgeRecord, loadBalancerArn: Input<string>): ListenerArgs {
  const redirect = { protocol: "HTTPS", port: String(PORTS.https), statusCode: "HTTP_301" };
  return {
    loadBalancerArn,
    port: PORTS.http,
    protocol: "HTTP",
    defaultActions: [{ type: "redirect", redirect }],
    tags: resourceTags(record.tags),
  };
}

/** Answers 404 to what no service has claimed; services add rules. */
export function httpsListenerArgs(
  record: EdgeRecord,
  port: number,
  wiring: { loadBalancerArn: Input<string>; certificateArn: Input<string> },
): ListenerArgs {
  const fixedResponse = { contentType: "text/plain", messageBody: "Not found", statusCode: "404" };
  return {
    ...wiring,
    port,
    protocol: "HTTPS",
    sslPolicy: TLS_POLICY,
    defaultActions: [{ type: "fixed-response", fixedResponse }],
    routingHttpResponseServerEnabled: false,
    routingHttpResponseStrictTransportSecurityHeaderValue: STRICT_TRANSPORT_SECURITY,
    tags: resourceTags(record.tags),
  };
}
