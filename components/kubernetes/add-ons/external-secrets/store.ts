import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { arnOf, dnsSuffix, type PolicyStatement } from "../../../shared/index.ts";
import { objectLabels } from "../foundation/labels.ts";
import type { ExternalSecretsRecord, SecretStore } from "./args.ts";

type AwsStore = Extract<SecretStore, { kind: "aws" }>;

/** The ClusterSecretStore that ExternalSecrets name, for these namespaces alone. */
export function storeArgs(record: ExternalSecretsRecord, store: SecretStore): CustomResourceArgs {
  const provider =
    store.kind === "aws" ? { aws: { service: "SecretsManager", region: store.place.region } } : { ...store.provider };
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ClusterSecretStore",
    metadata: { name: store.name, labels: objectLabels("external-secrets", record) },
    spec: { provider, conditions: [{ namespaces: [...store.namespaces].sort() }], refreshInterval: 3600 },
  };
}

/** These secrets and no others; six characters are AWS's own suffix to the name. */
export function storeStatements({ place, secretNames, kmsKeyArns = [] }: AwsStore): PolicyStatement[] {
  const resources = [...new Set(secretNames)]
    .sort()
    .map((name) => arnOf(place, "secretsmanager", `secret:${name}-??????`));
  const read: PolicyStatement = {
    sid: "ReadSecrets",
    actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
    resources,
  };
  if (kmsKeyArns.length === 0) return [read];
  const via = `secretsmanager.${place.region}.${dnsSuffix(place.region)}`;
  return [
    read,
    {
      sid: "DecryptSecrets",
      actions: ["kms:Decrypt"],
      resources: kmsKeyArns,
      conditions: { StringEquals: { "kms:ViaService": via } },
    },
  ];
}
