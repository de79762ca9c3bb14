import { ComponentResource, type ComponentResourceOptions, type Output } from "@pulumi/pulumi";
import type { KubernetesServiceArgs } from "./args.ts";
import { makeIdentity } from "./make-identity.ts";
import { makeScaling } from "./make-scaling.ts";
import { makeNetworkPolicy, makeTraffic } from "./make-traffic.ts";
import { makeWorkload } from "./make-workload.ts";
import { normalise } from "./normalise.ts";

/**
 * One service on Kubernetes and all that is its own: account, pods, Service, autoscaler, budget, policy, and where they
 * are called for Ingress, secrets, metrics and an AWS role. Throws a `UserError` with every problem of its args.
 */
export class KubernetesService extends ComponentResource {
  /** Name of every object, plain. */
  readonly name: string;
  readonly namespace: string;
  /** Anywhere in the cluster, plain; reached at `port`. */
  readonly dnsName: string;
  readonly port: number;
  /** `http://name:port` inside the cluster; the public address where it has an Ingress. Plain. */
  readonly url: string;
  /** Undefined where its pods have no AWS role. */
  readonly roleArn: Output<string> | undefined;

  constructor(name: string, args: KubernetesServiceArgs, opts?: ComponentResourceOptions) {
    const record = normalise(args);
    super("pyairtable:kubernetes:Service", name, {}, opts);
    const wiring = args.wiring ?? {};
    const own = { parent: this, dependsOn: [...(wiring.dependsOn ?? [])] };
    const site = { name, record, wiring, transform: args.transform, opts: own };

    const identity = makeIdentity(site);
    const policy = makeNetworkPolicy(site);
    const deployment = makeWorkload(site, [policy, ...(identity?.grants ?? [])]);
    makeScaling(site, deployment);
    makeTraffic(site);

    this.name = record.service;
    this.namespace = record.namespace;
    this.dnsName = `${record.service}.${record.namespace}.svc.cluster.local`;
    this.port = record.container.port;
    this.url = record.route === null ? `http://${this.dnsName}:${this.port}` : `https://${record.route.host}`;
    this.roleArn = identity?.role.arn;
    this.registerOutputs({
      name: this.name,
      namespace: this.namespace,
      dnsName: this.dnsName,
      port: this.port,
      url: this.url,
      roleArn: this.roleArn,
    });
  }
}
