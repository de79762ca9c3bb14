import type { AlertingArgs, ChannelArgs } from "./args.ts";

/** Where Alertmanager finds the secrets; a mounted volume, one file a secret. */
export const SECRETS_FOLDER = "/etc/alertmanager/secrets";

export interface SecretFile {
  readonly secretName: string;
  readonly path: string;
}

export const secretPath = (secretName: string) => `${SECRETS_FOLDER}/${secretName.replaceAll("/", "_")}`;

/** Every secret that a configuration reads, sorted, for whoever mounts them. */
export function secretFiles(args: AlertingArgs): readonly SecretFile[] {
  const channels = Object.values(args.receivers).flatMap(({ page, ticket }) => [...page, ...ticket]);
  const names = [
    ...channels.flatMap(secretsOf),
    ...(args.deadMansSwitch === null ? [] : secretsOf(args.deadMansSwitch)),
    ...(args.smtp === undefined ? [] : [args.smtp.passwordSecret]),
  ];
  return [...new Set(names)].sort().map((secretName) => ({ secretName, path: secretPath(secretName) }));
}

/** Names of the secrets of one channel. */
export function secretsOf(channel: ChannelArgs): readonly string[] {
  switch (channel.kind) {
    case "slack":
      return [channel.urlSecret];
    case "pagerduty":
      return [channel.routingKeySecret];
    case "webhook":
      return ["urlSecret" in channel ? channel.urlSecret : channel.tokenSecret];
    case "email":
      return [];
  }
}
