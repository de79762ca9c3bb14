import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, object, ofService } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sServiceSelectsWorkload } from "./k8s-service-selects-workload.ts";

const SERVICE = "kubernetes:core/v1:Service";
const pods = containerWith({ ports: [{ name: "http", containerPort: 8080 }] });
const service = (targetPort: unknown, selector: unknown = { [NAME_LABEL]: "api" }, name = "api") =>
  object(SERVICE, name, { spec: { selector, ports: [{ port: 8080, targetPort }] } });

export const mutant: Mutant = (graph) =>
  edit(graph, SERVICE, ({ spec }) => (spec.ports[0].targetPort = "metrics"), ofService("record-service"));

testRule(k8sServiceSelectsWorkload, {
  config: { exempt: ["records/of-a-chart"] },
  passes: {
    "by name": [pods, service("http")],
    "by number": [pods, service(8080)],
    "by the Service's own port": [pods, service(undefined)],
    "without a selector": object(SERVICE, "outside", { spec: { ports: [{ port: 5432 }] } }),
    "a chart's": service("http", { app: "x" }, "of-a-chart"),
  },
  fails: {
    "no such pods": [[pods, service("http", { app: "gone" })], /selector\n {2}got {5}\{"app":"gone"\}/],
    "no such port": [[pods, service("grpc")], /target port\n {2}got {5}"grpc"\n {2}wanted {2}one of http, 8080/],
  },
  unknown: [pods, service("http", UNKNOWN)],
  mutant,
});
