import { randomBytes } from "node:crypto";

export interface User {
  readonly name: string;
  readonly groups: readonly string[];
  readonly token: string;
}

/** Who may speak to the API server: each with what a real cluster gives it, by the rules built into Kubernetes. */
export const USERS = {
  admin: ["lab:admin", "system:masters"],
  /** May do nothing, for tests of refusals. */
  nobody: ["lab:nobody"],
  scheduler: ["system:kube-scheduler"],
  controllerManager: ["system:kube-controller-manager"],
  /** Rights by a ClusterRole of ours, installed with the node simulator. */
  kwok: ["lab:kwok"],
  metrics: ["lab:metrics"],
} as const;

export type UserName = keyof typeof USERS;

/** Random tokens, new at every start. */
export function createUsers(): Record<UserName, User> {
  const users = Object.entries(USERS).map(([key, [name, ...groups]]) => [
    key,
    { name, groups, token: randomBytes(32).toString("hex") },
  ]);
  return Object.fromEntries(users);
}

/** The API server's `--token-auth-file`. */
export function tokenFile(users: Readonly<Record<string, User>>): string {
  return Object.values(users)
    .map(({ token, name, groups }) => `${token},${name},${name},"${groups.join(",")}"\n`)
    .join("");
}
