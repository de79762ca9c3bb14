import { stringify } from "yaml";
import type { ArgoCdRecord, SignInArgs } from "./args.ts";
import table from "./data/exclusions.json" with { type: "json" };

/** How the chart is told of a cluster. */
export interface ClusterCredentials {
  readonly server: string;
  readonly namespaces: string;
  readonly config: { readonly tlsClientConfig: { readonly insecure: boolean } };
}

export const IN_CLUSTER = "https://kubernetes.default.svc";

/** Keys of `argocd-cm`: no local account, no anonymous reader, no shell into pods. */
export function configMap({ signIn }: ArgoCdRecord): Record<string, string | boolean> {
  return {
    "admin.enabled": false,
    "users.anonymous.enabled": "false",
    "exec.enabled": false,
    "statusbadge.enabled": false,
    "application.resourceTrackingMethod": "annotation",
    // Kinds it may not read are left out of its cache instead of breaking it.
    "resource.respectRBAC": "normal",
    "resource.exclusions": stringify(table.exclusions),
    ...(signIn === null ? {} : { "oidc.config": openIdConnect(signIn) }),
  };
}

function openIdConnect({ issuer, clientId, clientSecret }: SignInArgs): string {
  return stringify({
    name: "Single sign-on",
    issuer,
    clientID: clientId,
    clientSecret: `$${clientSecret.secretName}:${clientSecret.key}`,
    requestedScopes: ["openid", "profile", "email", "groups"],
    requestedIDTokenClaims: { groups: { essential: true } },
  });
}

/** Keys of `argocd-cmd-params-cm`: its server speaks TLS itself and asks who calls. */
export function parameters(): Record<string, string | boolean> {
  return { "server.insecure": false, "server.disable.auth": false, "server.x.frame.options": "deny" };
}

/** Nobody may anything unless a group says so; teams get their rights from their project. */
export function rbac({ adminGroups }: ArgoCdRecord): Record<string, string> {
  return {
    "policy.default": "",
    "policy.csv": adminGroups.map((group) => `g, ${group}, role:admin\n`).join(""),
    "policy.matchMode": "glob",
    scopes: "[groups]",
  };
}

/** The cluster it runs in, but only these namespaces of it, and nothing outside namespaces. */
export function clusterCredentials({ namespaces, namespace }: ArgoCdRecord): ClusterCredentials {
  return {
    server: IN_CLUSTER,
    // An empty list would mean all of them.
    namespaces: (namespaces.length === 0 ? [namespace] : namespaces).join(","),
    config: { tlsClientConfig: { insecure: false } },
  };
}
