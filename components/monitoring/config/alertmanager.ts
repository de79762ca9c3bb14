import { alertmanagerConfig, SECRETS_FOLDER, secretFiles } from "@pyairtable/monitoring";
import type { AlertingPlan } from "@pyairtable/plan";

/** In memory only: a secret is never written to a disk. */
const IN_MEMORY = "/dev/shm/alertmanager";

/** A secret of a receiver, the variable it comes in, and the file that the configuration names. */
export interface SecretVariable {
  readonly variable: string;
  readonly secretName: string;
  readonly path: string;
}

/** The configuration as Alertmanager reads it in a task: secrets as files in memory. */
export function alertmanagerFile(alerting: AlertingPlan): string {
  return JSON.stringify(alertmanagerConfig(alerting)).replaceAll(`${SECRETS_FOLDER}/`, `${IN_MEMORY}/`);
}

export function secretVariables(alerting: AlertingPlan): readonly SecretVariable[] {
  return secretFiles(alerting).map(({ secretName, path }, index) => ({
    variable: `SECRET_${index + 1}`,
    secretName,
    path: path.replace(SECRETS_FOLDER, IN_MEMORY),
  }));
}

/** Shell that writes them where the configuration looks, readable by this user alone. */
export function writeSecrets(secrets: readonly SecretVariable[]): string {
  const lines = secrets.map(({ variable, path }) => `printf %s "$${variable}" > ${path}`);
  return [`umask 077 && mkdir -p ${IN_MEMORY}`, ...lines].join(" && ");
}
