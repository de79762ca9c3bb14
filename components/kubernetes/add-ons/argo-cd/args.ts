import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { RoleArgs } from "@pulumi/kubernetes/rbac/v1/role.js";
import type { RoleBindingArgs } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import type { Transforms } from "../../../shared/index.ts";
import type { AddOnArgs, AddOnRecord, WorkloadSize } from "../common-args.ts";
import type { ReleaseChildren } from "../helm-release/transform.ts";
import type { SizeArgs, WorkloadOf } from "../sizes.ts";

/** Deploys the services of teams that work by GitOps. Whoever is deployed by it is not made by Pulumi. */
export interface ArgoCdArgs extends AddOnArgs {
  readonly sizes?: SizeArgs<"argo-cd">;
  /** DNS name of its interface, where people are sent back to after they signed in. Nothing routes to it by itself. */
  readonly host: string;
  /** How people sign in; there is no local account. Default null: nobody does, repositories decide alone. */
  readonly signIn?: SignInArgs | null;
  /** Groups whose members may do everything in it. Default none. */
  readonly adminGroups?: readonly string[];
  /** Namespace of the ingress controller that may reach it. Default null: `kubectl port-forward`. */
  readonly ingressNamespace?: string | null;
  /** Owners that deploy by it, one AppProject each. */
  readonly teams: readonly TeamArgs[];
  /** Services it owns, one Application each. `servicesLeftToPulumi` leaves them out. */
  readonly services: readonly GitOpsServiceArgs[];
  readonly transform?: ArgoCdTransform;
}

/** OpenID Connect. */
export interface SignInArgs {
  /** Example `https://login.example.com`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Secret in its namespace, labelled `app.kubernetes.io/part-of: argocd`, that holds the client's secret. */
  readonly clientSecret: { readonly secretName: string; readonly key: string };
}

export interface TeamArgs {
  /** The owner in the catalog, e.g. `team-records`. */
  readonly name: string;
  /** Namespaces it may deploy to: those of its services. */
  readonly namespaces: readonly string[];
  /** Repositories it may deploy from, by HTTPS or SSH, each in full. */
  readonly repositories: readonly string[];
  /** Groups whose members may look at and sync its Applications. Default none. */
  readonly groups?: readonly string[];
}

export interface GitOpsServiceArgs {
  readonly service: string;
  /** Its owner, one of `teams`. */
  readonly team: string;
  readonly namespace: string;
  /** One of the team's. */
  readonly repository: string;
  /** Folder in the repository, relative. */
  readonly path: string;
  /** Branch, tag or commit; never `HEAD`, which changes with the repository's settings. */
  readonly revision: string;
  /** Whether a change in the repository is deployed by itself. Default null: a person syncs. */
  readonly automated?: { readonly prune: boolean; readonly selfHeal: boolean; readonly why: string } | null;
}

export type GitOpsService = Required<GitOpsServiceArgs>;

export interface ArgoCdRecord extends AddOnRecord {
  readonly sizes: Readonly<Record<WorkloadOf<"argo-cd">, WorkloadSize>>;
  readonly host: string;
  readonly signIn: SignInArgs | null;
  readonly adminGroups: readonly string[];
  readonly ingressNamespace: string | null;
  /** Sorted by name. */
  readonly teams: readonly Required<TeamArgs>[];
  /** Sorted by name. */
  readonly services: readonly GitOpsService[];
  /** Every team's namespaces, sorted. */
  readonly namespaces: readonly string[];
}

/** Children, each open to change before it is made. */
export type ArgoCdTransform = Transforms<
  ReleaseChildren & {
    role: RoleArgs;
    roleBinding: RoleBindingArgs;
    project: CustomResourceArgs;
    application: CustomResourceArgs;
  }
>;
