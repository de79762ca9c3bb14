import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { Transforms } from "../../../shared/index.ts";
import type { AddOnArgs, AddOnRecord, WorkloadSize } from "../common-args.ts";
import type { ReleaseChildren } from "../helm-release/transform.ts";
import type { EksPlace, PodIdentityChildren } from "../pod-identity/pod-identity.ts";
import type { SizeArgs, WorkloadOf } from "../sizes.ts";

/** Keeps Kubernetes Secrets from a secret store, so that none passes through Pulumi. */
export interface ExternalSecretsArgs extends AddOnArgs {
  readonly sizes?: SizeArgs<"external-secrets">;
  /** Where secrets are. Default null: no store is made, the cluster's owner makes one. */
  readonly store?: SecretStoreArgs | null;
  readonly transform?: ExternalSecretsTransform;
}

interface StoreCommon {
  /** Name of the ClusterSecretStore. Default `platform`. */
  readonly name?: string;
  /** Namespaces that may read from it, at least one: whoever may write an ExternalSecret there reads all of the store. */
  readonly namespaces: readonly string[];
}

export type SecretStoreArgs =
  | (StoreCommon & {
      /** AWS Secrets Manager, by a role that EKS Pod Identity hands to the controller. */
      readonly kind: "aws";
      readonly place: EksPlace;
      /** Names of the secrets it may read, each exact; `record-service/*` is refused. */
      readonly secretNames: readonly string[];
      /** Keys of one's own that secrets are encrypted with, by ARN. Default none: AWS's key needs no right. */
      readonly kmsKeyArns?: readonly string[];
    })
  | (StoreCommon & {
      /** Any other store: `spec.provider` of a ClusterSecretStore, with no password in it. */
      readonly kind: "provider";
      readonly provider: Readonly<Record<string, unknown>>;
      /** Whether the controller may ask for tokens of service accounts, as workload identities of other clouds need. */
      readonly serviceAccountTokens: boolean;
    });

export type SecretStore = SecretStoreArgs & { readonly name: string };

export interface ExternalSecretsRecord extends AddOnRecord {
  readonly sizes: Readonly<Record<WorkloadOf<"external-secrets">, WorkloadSize>>;
  readonly store: SecretStore | null;
}

/** Children, each open to change before it is made. */
export type ExternalSecretsTransform = Transforms<
  ReleaseChildren & PodIdentityChildren & { clusterSecretStore: CustomResourceArgs }
>;
