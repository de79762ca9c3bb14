import { ComponentResource, type ComponentResourceOptions, type Output, type Resource } from "@pulumi/pulumi";
import type { EksClusterArgs } from "./args.ts";
import { makeAccess, makeControlPlane } from "./make-control-plane.ts";
import { makeAddOns, makeSystemNodes } from "./make-nodes.ts";
import { normaliseCluster } from "./normalise.ts";
import { AFTER_NODES, BEFORE_NODES } from "./versions.ts";

/** EKS cluster: private API, encrypted Secrets, access by IAM, system nodes on ARM64, add-ons in the order that works. */
export class EksCluster extends ComponentResource {
  /** Plain, so that policies and tags are known in preview. */
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly endpoint: Output<string>;
  /** Base64 of PEM. */
  readonly certificateAuthority: Output<string>;
  /** EKS's own group: control plane and every node are in it. */
  readonly securityGroupId: Output<string>;
  /** What must be there before the first Kubernetes object, and still be there after the last one is gone. */
  readonly ready: readonly Resource[];

  constructor(name: string, args: EksClusterArgs, opts?: ComponentResourceOptions) {
    const record = normaliseCluster(args);
    super("pyairtable:kubernetes:EksCluster", name, {}, opts);
    const scope = { parent: this, name, record, wiring: args.wiring, transform: args.transform ?? {} };
    const cluster = makeControlPlane(scope);
    const access = makeAccess(scope, cluster);
    const before = makeAddOns(scope, cluster, BEFORE_NODES, []);
    const nodes = makeSystemNodes(scope, cluster, before);
    const after = makeAddOns(scope, cluster, AFTER_NODES, [nodes]);

    this.name = record.clusterName;
    this.arn = record.clusterArn;
    this.region = record.region;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.apply(({ data }) => data ?? "");
    this.securityGroupId = cluster.vpcConfig.apply(({ clusterSecurityGroupId }) => clusterSecurityGroupId ?? "");
    this.ready = [...access, nodes, ...after];
    this.registerOutputs({
      name: this.name,
      arn: this.arn,
      endpoint: this.endpoint,
      securityGroupId: this.securityGroupId,
    });
  }
}
