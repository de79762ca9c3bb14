import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Certificate, createAuthority } from "./certificates/authority.ts";

/** Files the components are given; all readable by this user only. */
export interface KeyFiles {
  readonly authority: string;
  readonly authorityPem: string;
  readonly server: string;
  readonly serverKey: string;
  readonly etcdAuthority: string;
  readonly etcd: string;
  readonly etcdKey: string;
  readonly etcdClient: string;
  readonly etcdClientKey: string;
  readonly frontProxyAuthority: string;
  readonly frontProxy: string;
  readonly frontProxyKey: string;
  readonly serviceAccountKey: string;
  /** Makes a serving certificate that the cluster's authority signs. */
  serving(name: string, names: readonly string[]): Certificate;
}

/** Name in the certificate the API server shows to aggregated servers. */
export const FRONT_PROXY_NAME = "front-proxy-client";
const LOOPBACK = ["localhost", "127.0.0.1"];

/** Three authorities, as kubeadm makes them: the cluster's, etcd's and the front proxy's. None speaks for another. */
export function writeKeys(directory: string): KeyFiles {
  const folder = join(directory, "keys");
  mkdirSync(folder, { mode: 0o700 });
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const pair = (name: string, { certificatePem, privateKeyPem }: Certificate): [string, string] => [
    write(`${name}.crt`, certificatePem),
    write(`${name}.key`, privateKeyPem),
  ];
  const cluster = createAuthority("lab");
  const etcdCa = createAuthority("lab-etcd");
  const frontProxyCa = createAuthority("lab-front-proxy");
  const names = ["kubernetes", "kubernetes.default", "kubernetes.default.svc", ...LOOPBACK];
  const [server, serverKey] = pair("server", cluster.issue({ commonName: "kube-apiserver", usage: "server", names }));
  const [etcd, etcdKey] = pair("etcd", etcdCa.issue({ commonName: "etcd", usage: "peer", names: LOOPBACK }));
  const [etcdClient, etcdClientKey] = pair(
    "etcd-client",
    etcdCa.issue({ commonName: "kube-apiserver", usage: "client" }),
  );
  const [frontProxy, frontProxyKey] = pair(
    "front-proxy",
    frontProxyCa.issue({ commonName: FRONT_PROXY_NAME, usage: "client" }),
  );
  const serviceAccount = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  return {
    authority: write("ca.crt", cluster.certificatePem),
    authorityPem: cluster.certificatePem,
    server,
    serverKey,
    etcdAuthority: write("etcd-ca.crt", etcdCa.certificatePem),
    etcd,
    etcdKey,
    etcdClient,
    etcdClientKey,
    frontProxyAuthority: write("front-proxy-ca.crt", frontProxyCa.certificatePem),
    frontProxy,
    frontProxyKey,
    // Kubernetes reads the older form of an EC key only.
    serviceAccountKey: write("service-account.key", serviceAccount.export({ type: "sec1", format: "pem" }).toString()),
    serving: (commonName, more) => cluster.issue({ commonName, usage: "server", names: more }),
  };
}
