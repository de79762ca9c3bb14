import type { NodesPlan, Plan } from "@pyairtable/plan";
import { hasIngress } from "./kubernetes-lines.ts";
import { makes } from "./makes.ts";
import type { SharedPart } from "./parts.ts";

/** One sentence per shared part: which setting makes it cost what it costs. */
export function sharedReasons(plan: Plan): Record<SharedPart, string> {
  const { network, edge, cluster, kubernetes } = plan;
  const made = makes(plan);
  const zones = `${plan.zones.length} zones`;
  const onOff = (on: boolean, setting: string) => `${setting} is ${on ? "on" : "off"}`;
  const ifEcs = (reason: string) => (made.ecs ? reason : "no service runs on ECS");
  const ifNetwork = (reason: string) => (made.network ? reason : "nothing runs in a VPC of ours");
  const mode = `kubernetes.mode is ${kubernetes.mode}`;
  return {
    loadBalancer: ifEcs("one application load balancer for all public services"),
    nat: ifNetwork(`network.nat is ${network.nat}`),
    publicIpv4: ifNetwork(`${made.ecs ? `load balancer in ${zones}, ` : ""}NAT ${network.nat}`),
    interfaceEndpoints: ifNetwork(
      network.interfaceEndpoints.length === 0
        ? "none; the S3 and DynamoDB gateways are free"
        : `${network.interfaceEndpoints.join(", ")} in ${zones}`,
    ),
    waf: ifEcs(onOff(edge.waf, "edge.waf")),
    accessLogs: ifEcs(onOff(edge.accessLogs.enabled, "edge.accessLogs")),
    flowLogs: ifNetwork(onOff(network.flowLogs.enabled, "network.flowLogs")),
    containerInsights: ifEcs(`cluster.containerInsights is ${cluster.containerInsights}`),
    execAudit: ifEcs(cluster.exec === null ? "cluster.exec is off" : cluster.exec.why),
    monitoring: monitoringReason(plan),
    sharedSecrets: "secrets that more than one service reads",
    kubernetesControlPlane: `${mode}: ${kubernetes.why}`,
    kubernetesSystemNodes: made.eks && kubernetes.nodes !== null ? systemReason(kubernetes.nodes) : mode,
    kubernetesIngress: hasIngress(plan)
      ? `kubernetes.ingressClass is ${kubernetes.ingressClass}, in ${zones}`
      : `${mode}; no Ingress of ours`,
  };
}

function monitoringReason(plan: Plan): string {
  const { prometheus, kubernetes, why, samplesPerSecond } = plan.monitoring;
  const made = makes(plan);
  const onEcs = made.ecs
    ? [`monitoring.prometheus is ${prometheus}: ${why}; ${samplesPerSecond} samples a second`]
    : [];
  const onCluster = plan.kubernetes.mode === "off" ? [] : [`monitoring.kubernetes is ${kubernetes}`];
  return [...onEcs, ...onCluster].join("; ");
}

function systemReason({ system }: NodesPlan): string {
  return `${system.count} ${system.instanceType} for what runs the cluster; services' nodes are in their own price`;
}
