import { edit } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sIngressHasTls } from "./k8s-ingress-has-tls.ts";

const INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";
const PORTS = "alb.ingress.kubernetes.io/listen-ports";
const ingress = (tls: unknown, annotations = {}, rules: object[] = [{ host: "a.example" }]) =>
  object(INGRESS, "api", { spec: { tls, rules } }, { annotations });
const tls = [{ hosts: ["a.example"], secretName: "a" }];

export const mutant: Mutant = (graph) => edit(graph, INGRESS, ({ spec }) => delete spec.tls);

testRule(k8sIngressHasTls, {
  passes: {
    "its host": ingress(tls),
    "all hosts": ingress([{ secretName: "a" }]),
    "an ALB on HTTPS": ingress(tls, { [PORTS]: '[{"HTTPS":443}]' }),
    "an ALB that redirects": ingress(tls, {
      [PORTS]: '[{"HTTP":80},{"HTTPS":443}]',
      "alb.ingress.kubernetes.io/ssl-redirect": "443",
    }),
  },
  fails: {
    "no TLS": [ingress(undefined), /host without TLS\n {2}got {5}"a.example"/],
    "another host": [ingress([{ hosts: ["b.example"] }]), /"a.example"/],
    "any host": [ingress(tls, {}, [{}]), /got {5}"\*"/],
    "a default backend alone": [ingress(undefined, {}, []), /spec.tls\n/],
    "an ALB that listens on HTTP": [ingress(tls, { [PORTS]: '[{"HTTP":80},{"HTTPS":443}]' }), /ssl-redirect/],
  },
  unknown: ingress(UNKNOWN),
  mutant,
});
