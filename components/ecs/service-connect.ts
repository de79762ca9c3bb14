import type { ServiceArgs as AwsServiceArgs } from "@pulumi/aws/ecs/service.js";
import type { Input } from "@pulumi/pulumi";
import { PORT_NAME } from "./container-definitions.ts";
import { awsLogs } from "./container-logs.ts";
import { shiftsTraffic } from "./deployment.ts";
import type { ServiceRecord } from "./record.ts";

type Configuration = NonNullable<AwsServiceArgs["serviceConnectConfiguration"]>;

/** Requests with this header reach the new set of tasks before the switch. */
export const TEST_TRAFFIC_HEADER = { name: "x-amzn-ecs-blue-green-test", value: "test" } as const;

/** Client of the namespace, and server under `service.namespace` at the service's own port. */
export function serviceConnectConfiguration(
  record: ServiceRecord,
  namespace: Input<string>,
): Configuration | undefined {
  const { serviceConnect, dnsName, port } = record;
  if (serviceConnect === null) return undefined;
  const header = { name: TEST_TRAFFIC_HEADER.name, value: { exact: TEST_TRAFFIC_HEADER.value } };
  const testTrafficRules = shiftsTraffic(record.deployment) ? [{ header }] : [];
  return {
    enabled: true,
    namespace,
    services: [
      {
        portName: PORT_NAME,
        discoveryName: serviceConnect.discoveryName,
        clientAlias: [{ dnsName, port, ...(testTrafficRules.length > 0 ? { testTrafficRules } : {}) }],
        timeout: {
          idleTimeoutSeconds: serviceConnect.idleTimeoutSeconds,
          perRequestTimeoutSeconds: serviceConnect.requestTimeoutSeconds,
        },
      },
    ],
    ...(serviceConnect.proxyLog ? { logConfiguration: awsLogs(record, "service-connect") } : {}),
    ...(serviceConnect.accessLog === null
      ? {}
      : { accessLogConfiguration: { format: serviceConnect.accessLog, includeQueryParameters: "DISABLED" } }),
  };
}
