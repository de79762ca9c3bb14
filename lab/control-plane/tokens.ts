import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { SERVICE_ACCOUNT_ISSUER } from "./flags.ts";
import type { ControlPlane } from "./start.ts";

export interface AccountIdentity {
  readonly namespace: string;
  readonly name: string;
  /** Of the ServiceAccount object: a token for one that was made anew is refused. */
  readonly uid: string;
}

/**
 * A service account's token that ends at a time of your choice, also one in the past: what the API server signs, which
 * itself gives none for less than ten minutes.
 */
export function accountToken(plane: ControlPlane, account: AccountIdentity, endsAt: Date): string {
  const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
  const startedAt = new Date(Math.min(Date.now(), endsAt.getTime()) - 3_600_000);
  const claims = {
    aud: [SERVICE_ACCOUNT_ISSUER],
    exp: seconds(endsAt),
    iat: seconds(startedAt),
    nbf: seconds(startedAt),
    iss: SERVICE_ACCOUNT_ISSUER,
    "kubernetes.io": {
      namespace: account.namespace,
      serviceaccount: { name: account.name, uid: account.uid },
    },
    sub: `system:serviceaccount:${account.namespace}:${account.name}`,
  };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "ES256", typ: "JWT" })}.${part(claims)}`;
  const key = createPrivateKey(readFileSync(plane.keys.serviceAccountKey));
  return `${signed}.${sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}
