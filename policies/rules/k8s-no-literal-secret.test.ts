import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoLiteralSecret } from "./k8s-no-literal-secret.ts";

const secret = (props: Record<string, unknown>, name = "db") => object("kubernetes:core/v1:Secret", name, props);

export const mutant: Mutant = (graph) => void graph.push(secret({ stringData: { password: "hunter2" } }));

testRule(k8sNoLiteralSecret, {
  config: { exempt: ["records/trust-bundle"] },
  passes: {
    "filled by someone else": secret({ type: "Opaque" }),
    "nothing in it": secret({ data: {} }),
    exempt: secret({ data: { "ca.crt": "…" } }, "trust-bundle"),
  },
  fails: {
    "plain text": [secret({ stringData: { password: "x" } }), /content of a Secret\n {2}got {5}\["password"\]/],
    base64: [secret({ data: { token: "eA==" } }), /\["token"\]/],
  },
  unknownIs: { breach: [secret({ data: UNKNOWN }), /\["\?"\]/] },
  mutant,
});
