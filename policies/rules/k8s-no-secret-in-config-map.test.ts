import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { object } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoSecretInConfigMap } from "./k8s-no-secret-in-config-map.ts";

const config = (data?: Record<string, string>) => object("kubernetes:core/v1:ConfigMap", "settings", { data });

export const mutant: Mutant = (graph) => void graph.push(config({ DB_PASSWORD: "hunter2" }));

testRule(k8sNoSecretInConfigMap, {
  passes: { settings: config({ "app.yaml": "level: info" }), empty: config() },
  fails: {
    "a secret by name": [config({ DB_PASSWORD: "x" }), /entry of a ConfigMap\n {2}got {5}"DB_PASSWORD"/],
    "a key inside a file": [config({ "tls.pem": "-----BEGIN PRIVATE KEY-----" }), /tls.pem/],
  },
  unknownIs: { fine: config({ host: UNKNOWN }) },
  mutant,
});
