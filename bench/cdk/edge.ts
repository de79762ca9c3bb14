import {
  aws_certificatemanager as acm,
  Duration,
  aws_ec2 as ec2,
  aws_elasticloadbalancingv2 as elb,
  RemovalPolicy,
  aws_route53 as route53,
  type Stack,
  aws_s3 as s3,
  aws_route53_targets as targets,
  aws_wafv2 as waf,
} from "aws-cdk-lib";
import type { Plan } from "../../packages/plan/index.ts";

export interface Edge {
  readonly listener: elb.ApplicationListener;
  readonly securityGroup: ec2.SecurityGroup;
}

/** One load balancer: TLS listener, redirect from HTTP, access logs, certificate, DNS record, WAF where planned. */
export function addEdge(stack: Stack, plan: Plan, vpc: ec2.Vpc): Edge {
  const securityGroup = new ec2.SecurityGroup(stack, "EdgeSecurityGroup", { vpc, allowAllOutbound: false });
  for (const port of [80, 443]) securityGroup.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(port), `port ${port}`);
  const balancer = new elb.ApplicationLoadBalancer(stack, "Edge", {
    vpc,
    internetFacing: true,
    securityGroup,
    deletionProtection: plan.edge.deletionProtection,
    dropInvalidHeaderFields: true,
  });
  if (plan.edge.accessLogs.enabled) balancer.logAccessLogs(accessLogBucket(stack, plan));
  balancer.addRedirect({ open: false });
  const listener = balancer.addListener("Https", {
    port: 443,
    open: false,
    protocol: elb.ApplicationProtocol.HTTPS,
    sslPolicy: elb.SslPolicy.RECOMMENDED_TLS,
    certificates: [certificate(stack, plan, balancer)],
    defaultAction: elb.ListenerAction.fixedResponse(404),
  });
  if (plan.edge.waf) protect(stack, balancer);
  return { listener, securityGroup };
}

function accessLogBucket(stack: Stack, plan: Plan): s3.Bucket {
  return new s3.Bucket(stack, "AccessLogs", {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    encryption: s3.BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: true,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    lifecycleRules: [{ expiration: Duration.days(plan.edge.accessLogs.retentionDays) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function certificate(stack: Stack, plan: Plan, balancer: elb.ApplicationLoadBalancer): acm.ICertificate {
  const { certificateArn, domain, hostedZoneId } = plan.edge;
  if (hostedZoneId === null) {
    if (certificateArn === null) return new acm.Certificate(stack, "Certificate", { domainName: domain });
    return acm.Certificate.fromCertificateArn(stack, "Certificate", certificateArn);
  }
  const zone = route53.HostedZone.fromHostedZoneAttributes(stack, "Zone", { hostedZoneId, zoneName: domain });
  const target = route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(balancer));
  new route53.ARecord(stack, "Record", { zone, target });
  if (certificateArn !== null) return acm.Certificate.fromCertificateArn(stack, "Certificate", certificateArn);
  const validation = acm.CertificateValidation.fromDns(zone);
  return new acm.Certificate(stack, "Certificate", { domainName: domain, validation });
}

function protect(stack: Stack, balancer: elb.ApplicationLoadBalancer): void {
  const visibility = (metricName: string) => ({
    cloudWatchMetricsEnabled: true,
    sampledRequestsEnabled: true,
    metricName,
  });
  const acl = new waf.CfnWebACL(stack, "WebAcl", {
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: visibility("edge"),
    rules: [
      {
        name: "common",
        priority: 1,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
        visibilityConfig: visibility("common"),
      },
    ],
  });
  new waf.CfnWebACLAssociation(stack, "WebAclAssociation", {
    resourceArn: balancer.loadBalancerArn,
    webAclArn: acl.attrArn,
  });
}
