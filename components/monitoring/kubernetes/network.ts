import type { NetworkPolicyArgs } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import {
  blockOf,
  dnsRule,
  type EgressRule,
  type IngressRule,
  type PolicyPeer,
  podLabels,
  tcp,
} from "../../kubernetes/shared/index.ts";
import { PORTS } from "../config/ports.ts";
import { WORKLOADS } from "./names.ts";
import { metadataOf } from "./pods.ts";
import type { KubernetesRecord } from "./record.ts";

const ANYWHERE = blockOf("0.0.0.0/0");
const KUBELET_PORT = 10_250;
const API_SERVER_PORTS = [443, 6443];
/** Pods of any namespace: what has a monitor may be anywhere. */
const ALL_PODS: PolicyPeer = { namespaceSelector: { matchLabels: {} } };

interface Allowed {
  readonly in: readonly IngressRule[];
  readonly out: readonly EgressRule[];
}

/** Denies all in the namespace, then says what each workload needs. */
export function networkPolicies(
  record: KubernetesRecord,
): readonly (NetworkPolicyArgs & { readonly metadata: { readonly name: string } })[] {
  const policy = (name: string, selector: Record<string, string>, allowed: Allowed | null) => ({
    metadata: metadataOf(record.plan, name),
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: ["Ingress", "Egress"],
      ingress: allowed === null ? [] : [...allowed.in],
      egress: allowed === null ? [] : [dnsRule(record.nodeLocalDnsCidr), ...allowed.out],
    },
  });
  return [
    policy("default-deny", {}, null),
    ...Object.entries(allowances(record)).map(([workload, allowed]) =>
      policy(workload, { [NAME_LABEL]: workload }, allowed),
    ),
  ];
}

function allowances(record: KubernetesRecord): Readonly<Record<string, Allowed>> {
  const { monitoring, nodeCidrs } = record;
  const { grafana, tracing, probes, alerting } = monitoring;
  const viewers = monitoring.viewerCidrs.map(blockOf);
  const mail = alerting.smtp === undefined ? [] : [Number(alerting.smtp.smarthost.split(":").at(-1))];
  const scrape = (port: number): IngressRule => ({ from: [own(WORKLOADS.prometheus)], ports: [tcp(port)] });
  const apiServer: EgressRule = { to: [ANYWHERE], ports: API_SERVER_PORTS.map(tcp) };
  return {
    [WORKLOADS.operator]: { in: [], out: [apiServer] },
    [WORKLOADS.prometheus]: {
      in: [{ from: [...viewers, own(WORKLOADS.grafana), own(WORKLOADS.operator)], ports: [tcp(PORTS.prometheus)] }],
      out: [apiServer, { to: [ALL_PODS], ports: [] }, { to: nodeCidrs.map(blockOf), ports: [tcp(KUBELET_PORT)] }],
    },
    [WORKLOADS.alertmanager]: {
      in: [
        {
          from: [...viewers, own(WORKLOADS.prometheus), own(WORKLOADS.grafana)],
          ports: [tcp(PORTS.alertmanager)],
        },
      ],
      out: [{ to: [ANYWHERE], ports: [443, ...mail].map(tcp) }],
    },
    [WORKLOADS.kubeStateMetrics]: { in: [scrape(8080)], out: [apiServer] },
    ...(grafana.enabled
      ? {
          [WORKLOADS.grafana]: {
            in: [{ from: viewers, ports: [tcp(PORTS.grafana)] }],
            out: [
              apiServer,
              { to: [own(WORKLOADS.prometheus)], ports: [tcp(PORTS.prometheus)] },
              { to: [own(WORKLOADS.alertmanager)], ports: [tcp(PORTS.alertmanager)] },
              { to: [own(WORKLOADS.jaeger)], ports: [tcp(PORTS.jaeger)] },
            ],
          },
        }
      : {}),
    ...(tracing === null
      ? {}
      : {
          [WORKLOADS.collector]: {
            in: [{ from: [ALL_PODS], ports: [tcp(PORTS.otlpGrpc), tcp(PORTS.otlpHttp)] }],
            out: [{ to: [own(WORKLOADS.jaeger)], ports: [tcp(PORTS.otlpGrpc)] }],
          },
          [WORKLOADS.jaeger]: {
            in: [
              { from: [own(WORKLOADS.collector)], ports: [tcp(PORTS.otlpGrpc)] },
              { from: [...viewers, own(WORKLOADS.grafana)], ports: [tcp(PORTS.jaeger)] },
            ],
            out: [],
          },
        }),
    ...(probes.enabled
      ? {
          [WORKLOADS.blackbox]: {
            in: [scrape(PORTS.blackbox)],
            out: [{ to: [ALL_PODS], ports: servicePorts(record).map(tcp) }],
          },
        }
      : {}),
  };
}

const own = (workload: string): PolicyPeer => ({ podSelector: { matchLabels: podLabels(workload) } });

const servicePorts = ({ plan }: KubernetesRecord) =>
  [...new Set(plan.services.filter(({ kubernetes }) => kubernetes !== null).map(({ port }) => port))].sort(
    (a, b) => a - b,
  );
