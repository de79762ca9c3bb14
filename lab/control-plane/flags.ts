import { FRONT_PROXY_NAME, type KeyFiles } from "./keys.ts";

/** Ports on 127.0.0.1. */
export interface Ports {
  readonly etcd: number;
  readonly etcdPeer: number;
  readonly apiServer: number;
  readonly scheduler: number;
  readonly controllerManager: number;
}

export const LOOPBACK = "127.0.0.1";
export const SERVICE_ACCOUNT_ISSUER = "https://kubernetes.default.svc";

const flags = (values: Readonly<Record<string, string | number | boolean>>): string[] =>
  Object.entries(values).map(([name, value]) => `--${name}=${value}`);

/** Clients show a certificate of etcd's own authority. Nothing is synced to disk: the data lives as long as the run. */
export function etcdFlags(keys: KeyFiles, ports: Ports, dataDirectory: string): string[] {
  const client = `https://${LOOPBACK}:${ports.etcd}`;
  const peer = `https://${LOOPBACK}:${ports.etcdPeer}`;
  return flags({
    name: "lab",
    "data-dir": dataDirectory,
    "listen-client-urls": client,
    "advertise-client-urls": client,
    "listen-peer-urls": peer,
    "initial-advertise-peer-urls": peer,
    "initial-cluster": `lab=${peer}`,
    "cert-file": keys.etcd,
    "key-file": keys.etcdKey,
    "trusted-ca-file": keys.etcdAuthority,
    "client-cert-auth": true,
    "peer-cert-file": keys.etcd,
    "peer-key-file": keys.etcdKey,
    "peer-trusted-ca-file": keys.etcdAuthority,
    "peer-client-cert-auth": true,
    "unsafe-no-fsync": true,
    "log-level": "warn",
  });
}

/**
 * Tokens and RBAC, no anonymous user. PodSecurity, ResourceQuota and LimitRanger are on by default in Kubernetes.
 * No `kubernetes` endpoints are written: loopback addresses are not allowed there.
 */
export function apiServerFlags(keys: KeyFiles, ports: Ports, tokenFile: string, certDirectory: string): string[] {
  return flags({
    "bind-address": LOOPBACK,
    "advertise-address": LOOPBACK,
    "secure-port": ports.apiServer,
    "cert-dir": certDirectory,
    "tls-cert-file": keys.server,
    "tls-private-key-file": keys.serverKey,
    "client-ca-file": keys.authority,
    "token-auth-file": tokenFile,
    "anonymous-auth": false,
    "authorization-mode": "Node,RBAC",
    "enable-admission-plugins": "NodeRestriction,PodSecurity,ResourceQuota,LimitRanger",
    "etcd-servers": `https://${LOOPBACK}:${ports.etcd}`,
    "etcd-cafile": keys.etcdAuthority,
    "etcd-certfile": keys.etcdClient,
    "etcd-keyfile": keys.etcdClientKey,
    "service-cluster-ip-range": "10.96.0.0/16",
    "service-account-issuer": SERVICE_ACCOUNT_ISSUER,
    "service-account-key-file": keys.serviceAccountKey,
    "service-account-signing-key-file": keys.serviceAccountKey,
    "endpoint-reconciler-type": "none",
    "requestheader-client-ca-file": keys.frontProxyAuthority,
    "requestheader-allowed-names": FRONT_PROXY_NAME,
    "requestheader-username-headers": "X-Remote-User",
    "requestheader-group-headers": "X-Remote-Group",
    "requestheader-extra-headers-prefix": "X-Remote-Extra-",
    "proxy-client-cert-file": keys.frontProxy,
    "proxy-client-key-file": keys.frontProxyKey,
    profiling: false,
  });
}

/** Flags that scheduler and controller manager share. Alone in their cluster, so no leader is elected. */
function controllerFlags(
  keys: KeyFiles,
  kubeconfig: string,
  port: number,
  files: ServingFiles,
): Record<string, string | number | boolean> {
  return {
    kubeconfig,
    "authentication-kubeconfig": kubeconfig,
    "authorization-kubeconfig": kubeconfig,
    "requestheader-client-ca-file": keys.frontProxyAuthority,
    "bind-address": LOOPBACK,
    "secure-port": port,
    "tls-cert-file": files.certificate,
    "tls-private-key-file": files.key,
    "leader-elect": false,
    profiling: false,
  };
}

export interface ServingFiles {
  readonly certificate: string;
  readonly key: string;
}

export function schedulerFlags(keys: KeyFiles, ports: Ports, kubeconfig: string, files: ServingFiles): string[] {
  return flags(controllerFlags(keys, kubeconfig, ports.scheduler, files));
}

/** Every controller has its own service account, as in a managed cluster. Periods stay at Kubernetes' defaults. */
export function controllerManagerFlags(
  keys: KeyFiles,
  ports: Ports,
  kubeconfig: string,
  files: ServingFiles,
): string[] {
  return flags({
    ...controllerFlags(keys, kubeconfig, ports.controllerManager, files),
    "service-account-private-key-file": keys.serviceAccountKey,
    "root-ca-file": keys.authority,
    "use-service-account-credentials": true,
  });
}
