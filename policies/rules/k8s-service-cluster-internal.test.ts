import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object, ofService } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sServiceClusterInternal } from "./k8s-service-cluster-internal.ts";

const SERVICE = "kubernetes:core/v1:Service";
const service = (spec: object, name = "api") => object(SERVICE, name, { spec });

export const mutant: Mutant = (graph) =>
  edit(graph, SERVICE, ({ spec }) => (spec.type = "NodePort"), ofService("record-service"));

testRule(k8sServiceClusterInternal, {
  config: { exempt: ["records/ingress"] },
  passes: {
    "the API's default": service({}),
    internal: service({ type: "ClusterIP", externalIPs: [] }),
    "a name of elsewhere": service({ type: "ExternalName", externalName: "db.example" }),
    exempt: service({ type: "LoadBalancer" }, "ingress"),
  },
  fails: {
    "a load balancer": [service({ type: "LoadBalancer" }), /type of Service\n {2}got {5}"LoadBalancer"/],
    "a node port": [service({ type: "NodePort" }), /"NodePort"/],
    "a borrowed address": [service({ externalIPs: ["203.0.113.9"] }), /externalIPs\n {2}got {5}\["203.0.113.9"\]/],
  },
  unknown: service({ type: UNKNOWN }),
  mutant,
});
