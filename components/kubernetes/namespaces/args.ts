import type { CostTags, NamespacePlan } from "@pyairtable/plan";
import type { NamespaceTransform } from "./transform.ts";
import type { NamespacesWiring } from "./wiring.ts";

/** One namespace. Every problem is reported at once as a `UserError` (codes `namespace.*`). */
export interface NamespaceArgs {
  /** A DNS label. Example `pyairtable-records`. */
  readonly name: string;
  /** Business domain, a label. Example `records`. */
  readonly domain: string;
  /** Tags of what all services share; pods carry those of their own service. */
  readonly tags: CostTags;
  /** Minor version of the control plane; Pod Security is held at its rules. Example `1.34`. */
  readonly kubernetesVersion: string;
  /** The most its pods may ask for together. */
  readonly quota: NamespacePlan["quota"];
  /** What a container gets that names nothing, and the most memory one may name. */
  readonly limitRange: NamespacePlan["limitRange"];
  /** Teams that may look: groups of the cluster's own authentication. Default none. Example `team-records`. */
  readonly viewers?: readonly string[];
  /** Teams that may change what is in it, each with the reason; default none: changes come by this program. */
  readonly editors?: readonly EditorArgs[];
  /** Address of NodeLocal DNSCache. Default null: DNS is CoreDNS alone. */
  readonly nodeLocalDnsCidr?: string | null;

  readonly wiring?: NamespacesWiring;
  /** Changes any child's args before it is made. */
  readonly transform?: NamespaceTransform;
}

export interface EditorArgs {
  readonly group: string;
  readonly why: string;
}
