import { editContainer, resource, taskWith } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { noSecretInEnvironment } from "./no-secret-in-environment.ts";

const env = (name: string, value: string) => taskWith({ environment: [{ name, value }] });

export const mutant: Mutant = (graph) =>
  editContainer(graph, (container) => container.environment.push({ name: "JWT_SECRET", value: "hunter2" }));

testRule(noSecretInEnvironment, {
  passes: {
    "plain settings": env("LOG_LEVEL", "info"),
    "a path to a token": env("TOKEN_FILE", "/run/token"),
    "a count of tokens": env("MAX_TOKENS", "5"),
  },
  fails: {
    "a secret by name": [env("DB_PASSWORD", "x"), /got {5}"DB_PASSWORD"/],
    "a key by value": [env("SETTING", "AKIAIOSFODNN7EXAMPLE"), /"SETTING"/],
    "a password in a URL": [env("DATABASE_URL", "postgres://u:p@h/d"), /DATABASE_URL/],
    "a private key": [env("CERT", "-----BEGIN RSA PRIVATE KEY-----"), /CERT/],
  },
  unknown: resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions: UNKNOWN }),
  mutant,
});
