import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoHostPort } from "./k8s-no-host-port.ts";

const port = (hostPort: unknown) => containerWith({ ports: [{ containerPort: 8080, hostPort }] });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => (container.ports[0].hostPort = 8301));

testRule(k8sNoHostPort, {
  passes: { "a container's port": containerWith({ ports: [{ containerPort: 8080 }] }), "no ports": containerWith({}) },
  fails: { "a host's port": [port(80), /host port of container api\n {2}got {5}80/] },
  unknown: port(UNKNOWN),
  mutant,
});
