import type { Plan } from "@pyairtable/plan";
import type { SharedPart } from "./parts.ts";

/** One sentence per shared part: which setting makes it cost what it costs. */
export function sharedReasons(plan: Plan): Record<SharedPart, string> {
  const { network, edge, cluster, kubernetes } = plan;
  const zones = `${plan.zones.length} zones`;
  const onOff = (on: boolean, setting: string) => `${setting} is ${on ? "on" : "off"}`;
  return {
    loadBalancer: "one application load balancer for all public services",
    nat: `network.nat is ${network.nat}`,
    publicIpv4: `load balancer in ${zones}, NAT ${network.nat}`,
    interfaceEndpoints:
      network.interfaceEndpoints.length === 0
        ? "none; the S3 and DynamoDB gateways are free"
        : `${network.interfaceEndpoints.join(", ")} in ${zones}`,
    waf: onOff(edge.waf, "edge.waf"),
    accessLogs: onOff(edge.accessLogs.enabled, "edge.accessLogs"),
    flowLogs: onOff(network.flowLogs.enabled, "network.flowLogs"),
    containerInsights: `cluster.containerInsights is ${cluster.containerInsights}`,
    execAudit: cluster.exec === null ? "cluster.exec is off" : cluster.exec.why,
    sharedSecrets: "secrets that more than one service reads",
    kubernetesControlPlane: `kubernetes.mode is ${kubernetes.mode}: ${kubernetes.why}`,
  };
}
