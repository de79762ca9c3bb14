import { Listener, LoadBalancer } from "@pulumi/aws/lb/index.js";
import * as pulumi from "@pulumi/pulumi";
import { autonamed, child } from "../shared/index.ts";
import { createLogBucket } from "./edge-access-log-resources.ts";
import { type EdgeArgs, normaliseEdge } from "./edge-args.ts";
import { certificateArn, createAlias } from "./edge-dns-resources.ts";
import { PORTS } from "./edge-ingress.ts";
import { httpListenerArgs, httpsListenerArgs, loadBalancerArgs } from "./edge-listeners.ts";
import { createEdgeSecurityGroup, createWaf } from "./edge-security-resources.ts";

/**
 * An application load balancer with TLS, HTTP redirected, access logs, and a 404 for what no service claims.
 * Services add their own listener rules and their own way out of its security group.
 * Throws one `UserError` for everything wrong with its args.
 */
export class Edge extends pulumi.ComponentResource {
  readonly loadBalancerArn: pulumi.Output<string>;
  /** `app/name/id`: the `LoadBalancer` dimension of its CloudWatch metrics. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly dnsName: pulumi.Output<string>;
  /** Route 53 zone of the load balancer itself, for alias records elsewhere. */
  readonly zoneId: pulumi.Output<string>;
  readonly httpsListenerArn: pulumi.Output<string>;
  /** Undefined unless `testListener` was asked for. */
  readonly testListenerArn: pulumi.Output<string> | undefined;
  readonly securityGroupId: pulumi.Output<string>;
  /** `https://` and the domain; plain. */
  readonly url: string;

  constructor(name: string, args: EdgeArgs, opts?: pulumi.ComponentResourceOptions) {
    // Before the component is registered: bad args leave nothing behind.
    const record = normaliseEdge(name, args);
    super("pyairtable:network:Edge", name, {}, opts);
    const transform = args.transform ?? {};
    const scope = { parent: this, name, record, transform };

    this.securityGroupId = createEdgeSecurityGroup(scope, args.vpcId);
    const logs = createLogBucket(scope);
    const balancerName = autonamed("load-balancer", `${name}-alb`);
    const wiring = { subnets: args.subnetIds, securityGroupId: this.securityGroupId, logBucket: logs?.bucket };
    const balancerArgs = loadBalancerArgs(record, balancerName, wiring);
    const dependsOn = logs === undefined ? [] : [logs.policy];
    const balancer = new LoadBalancer(
      ...child(transform.loadBalancer, balancerName, balancerArgs, { parent: this, dependsOn }),
    );
    this.loadBalancerArn = balancer.arn;
    this.arnSuffix = balancer.arnSuffix;
    this.dnsName = balancer.dnsName;
    this.zoneId = balancer.zoneId;
    this.url = `https://${record.domain}`;

    const http = httpListenerArgs(record, balancer.arn);
    new Listener(...child(transform.httpListener, `${name}-http`, http, { parent: this }));
    const secured = { loadBalancerArn: balancer.arn, certificateArn: certificateArn(scope) };
    const https = httpsListenerArgs(record, PORTS.https, secured);
    this.httpsListenerArn = new Listener(
      ...child(transform.httpsListener, `${name}-https`, https, { parent: this }),
    ).arn;
    if (record.testListener) {
      const test = httpsListenerArgs(record, PORTS.test, secured);
      this.testListenerArn = new Listener(...child(transform.testListener, `${name}-test`, test, { parent: this })).arn;
    }
    createAlias(scope, balancer);
    createWaf(scope, balancer.arn);

    this.registerOutputs({
      loadBalancerArn: this.loadBalancerArn,
      arnSuffix: this.arnSuffix,
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      httpsListenerArn: this.httpsListenerArn,
      testListenerArn: this.testListenerArn,
      securityGroupId: this.securityGroupId,
      url: this.url,
    });
  }
}
