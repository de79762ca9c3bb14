import type { Resource } from "@pulumi/pulumi";
import type { CostTags } from "@pyairtable/plan";

/** What every add-on takes. */
export interface AddOnArgs {
  /** Minor version of the control plane, e.g. `1.34`; an add-on that does not support it is refused. */
  readonly kubernetesVersion: string;
  /** Tags of what all services share; they become labels. */
  readonly tags: CostTags;
  /** Namespace made for it. Default: the add-on's name. */
  readonly namespace?: string;
  /** PriorityClass of its pods, which must exist. Default `pyairtable-add-on`. */
  readonly priorityClass?: string;
  /** Whether it gets NetworkPolicies of its own. Default true: only what it needs reaches it, or is reached by it. */
  readonly networkPolicies?: boolean;
  /** Where the API server, DNS and Prometheus are, for those policies. */
  readonly network?: ClusterNetworkArgs;
  /** Whether a ServiceMonitor is made; needs the CRDs of prometheus-operator. Default false. */
  readonly serviceMonitor?: boolean;
  readonly wiring?: AddOnWiring;
}

/** What other components made. */
export interface AddOnWiring {
  /** What must be there first: nodes, the priority class, CRDs of other add-ons. */
  readonly dependsOn?: readonly Resource[];
}

/** Addresses outside a policy's own namespace. */
export interface ClusterNetworkArgs {
  /**
   * Addresses of the API server's endpoints, e.g. the private subnets of EKS. Default none: any address, at the ports
   * alone, since a policy cannot select the control plane.
   */
  readonly apiServerCidrs?: readonly string[];
  /**
   * Addresses of Services, e.g. `172.20.0.0/16`. Amazon's plugin judges a call by the address the pod dialled, which for
   * the API server is its Service's (aws-network-policy-agent issue 549). Default null: pods call the API server's ports
   * at any address, since leaving its Service out would cut them off.
   */
  readonly serviceCidr?: string | null;
  /** Ports of those endpoints, not of the Service before them. Default 443 and 6443. */
  readonly apiServerPorts?: readonly number[];
  /** Namespace whose pods scrape metrics. Default `monitoring`. */
  readonly monitoringNamespace?: string;
  /** Address of NodeLocal DNSCache, e.g. `169.254.20.10/32`; default null: DNS is CoreDNS alone. */
  readonly nodeLocalDnsCidr?: string | null;
}

export interface ClusterNetwork {
  readonly apiServerCidrs: readonly string[];
  readonly serviceCidr: string | null;
  readonly apiServerPorts: readonly number[];
  readonly monitoringNamespace: string;
  readonly nodeLocalDnsCidr: string | null;
}

/** The common args with their defaults. */
export interface AddOnRecord {
  readonly kubernetesVersion: string;
  readonly tags: CostTags;
  readonly namespace: string;
  readonly priorityClass: string;
  readonly networkPolicies: boolean;
  readonly network: ClusterNetwork;
  readonly serviceMonitor: boolean;
}

/** CPU and memory of one container. Requests are what it is charged for; the limit of memory is what kills it. */
export interface ContainerSize {
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
  readonly limits: { readonly cpuMillicores: number; readonly memoryMiB: number };
}

/** How many pods, and how large each container. */
export interface WorkloadSize extends ContainerSize {
  readonly replicas: number;
}
