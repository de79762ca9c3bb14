/** Secrets from a secret store. */
export type { ExternalSecretsArgs, ExternalSecretsTransform, SecretStoreArgs } from "./args.ts";
export { ExternalSecrets } from "./external-secrets.ts";
