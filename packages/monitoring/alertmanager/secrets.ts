import { alertingSecrets } from "@pyairtable/plan";
import type { AlertingArgs } from "./args.ts";

/** Where Alertmanager finds the secrets; a mounted volume, one file a secret. */
export const SECRETS_FOLDER = "/etc/alertmanager/secrets";

export interface SecretFile {
  readonly secretName: string;
  readonly path: string;
}

export const secretPath = (secretName: string) => `${SECRETS_FOLDER}/${secretName.replaceAll("/", "_")}`;

/** Every secret that a configuration reads, sorted, for whoever mounts them. */
export function secretFiles(args: AlertingArgs): readonly SecretFile[] {
  return alertingSecrets(args).map((secretName) => ({ secretName, path: secretPath(secretName) }));
}
