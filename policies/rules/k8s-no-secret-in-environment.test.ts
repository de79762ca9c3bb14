import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { containerWith, editKubernetesContainer } from "../testing/kubernetes.ts";
import { testRule } from "../testing/test-rule.ts";
import { k8sNoSecretInEnvironment } from "./k8s-no-secret-in-environment.ts";

const env = (name: string, rest: object) => containerWith({ env: [{ name, ...rest }] });

export const mutant: Mutant = (graph) =>
  editKubernetesContainer(graph, (container) => container.env.push({ name: "JWT_SECRET", value: "hunter2" }));

testRule(k8sNoSecretInEnvironment, {
  passes: {
    "plain settings": env("LOG_LEVEL", { value: "info" }),
    "a reference": env("DB_PASSWORD", { valueFrom: { secretKeyRef: { name: "db", key: "password" } } }),
    "no environment": containerWith({}),
  },
  fails: {
    "a secret by name": [env("DB_PASSWORD", { value: "x" }), /environment of container api\n {2}got {5}"DB_PASSWORD"/],
    "a password in a URL": [env("DATABASE_URL", { value: "postgres://u:p@h/d" }), /DATABASE_URL/],
    "a secret not known in preview": [env("API_TOKEN", { value: UNKNOWN }), /API_TOKEN/],
  },
  unknownIs: { fine: env("DATABASE_HOST", { value: UNKNOWN }) },
  mutant,
});
