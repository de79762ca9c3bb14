export type Protocol = "TCP" | "UDP" | "SCTP";

export type Labels = Readonly<Record<string, string>>;

export interface NamespaceInput {
  readonly name: string;
  /** `kubernetes.io/metadata.name` is added, as the API server adds it. */
  readonly labels?: Labels;
}

export interface PortInput {
  /** Name that a policy may use instead of the number. */
  readonly name?: string;
  readonly port: number;
  /** Default: TCP. */
  readonly protocol?: Protocol;
}

export interface PodInput {
  readonly name: string;
  readonly namespace: string;
  readonly labels?: Labels;
  /** Ports its containers declare: what named ports resolve to and what the matrix asks for. */
  readonly ports?: readonly PortInput[];
  /** With it, an `ipBlock` may match the pod; network plugins differ in this, so it is left out by default. */
  readonly ip?: string;
  /** Shares the node's network: no policy selects it and no pod selector finds it. Default: false. */
  readonly hostNetwork?: boolean;
}

/** `namespace/name` of a pod, or an address outside the cluster. */
export type Endpoint = string | { readonly ip: string };

export interface NetworkInput {
  readonly namespaces: readonly NamespaceInput[];
  readonly pods: readonly PodInput[];
  /** Objects of `networking.k8s.io/v1`, as JSON or as `@kubernetes/client-node` returns them. */
  readonly policies: readonly unknown[];
}

/** Which rule lets a flow through: `namespace/name` of its policy and its place in the list. */
export interface RuleReference {
  readonly policy: string;
  readonly rule: number;
}

export interface SideVerdict {
  readonly allowed: boolean;
  /** Policies that isolate this side; empty: it is open. */
  readonly isolatedBy: readonly string[];
  readonly allowedBy: readonly RuleReference[];
}

export interface Verdict {
  readonly allowed: boolean;
  /** Of the caller's pod. */
  readonly egress: SideVerdict;
  /** Of the callee's pod. */
  readonly ingress: SideVerdict;
  /** One sentence. */
  readonly why: string;
}
