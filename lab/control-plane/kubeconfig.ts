import { readFileSync, writeFileSync } from "node:fs";
import { parse, stringify } from "yaml";

export interface ClusterAddress {
  /** Such as `https://127.0.0.1:24001`. */
  readonly server: string;
  readonly authorityPem: string;
}

/** Writes a kubeconfig with one user, readable by this user only; TLS is verified with the lab's own authority. */
export function writeKubeconfig(path: string, cluster: ClusterAddress, user: string, token: string): string {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "lab",
    clusters: [
      {
        name: "lab",
        cluster: {
          server: cluster.server,
          "certificate-authority-data": Buffer.from(cluster.authorityPem).toString("base64"),
        },
      },
    ],
    users: [{ name: user, user: { token } }],
    contexts: [{ name: "lab", context: { cluster: "lab", user } }],
  };
  writeFileSync(path, stringify(config), { mode: 0o600 });
  return path;
}

/** What a request to the API server needs. */
export interface Access {
  readonly server: string;
  readonly ca: string;
  readonly token: string;
}

/** Reads back what `writeKubeconfig` wrote. */
export function readKubeconfig(path: string): Access {
  const { clusters, users } = parse(readFileSync(path, "utf8")) as {
    clusters: [{ cluster: { server: string; "certificate-authority-data": string } }];
    users: [{ user: { token: string } }];
  };
  const { server, "certificate-authority-data": ca } = clusters[0].cluster;
  return { server, ca: Buffer.from(ca, "base64").toString("utf8"), token: users[0].user.token };
}
