import type { PlatformOutputs, ServiceOutputs } from "../contract.ts";
import { CONTRACT_NAME, CONTRACT_VERSION } from "../version.ts";

const account = "arn:aws:ecs:us-east-1:123456789012";

/** A valid service of the contract; `name` shows up in every identifier. */
export function sampleService(name: string, overrides: Partial<ServiceOutputs> = {}): ServiceOutputs {
  return {
    arn: `${account}:service/pyairtable-dev/${name}`,
    dnsName: `${name}.pyairtable-dev.internal`,
    port: 8080,
    url: `http://${name}.pyairtable-dev.internal:8080`,
    securityGroupId: `sg-${name}`,
    logGroupName: `/pyairtable/dev/${name}`,
    costCenter: "CC-1000",
    owner: "records",
    tier: "standard",
    monthlyUsd: 9.1,
    baselineUsd: 18.02,
    availability: 99.97,
    survivesSpotLoss: true,
    spotShare: 0.5,
    ...overrides,
  };
}

/** A small valid platform: two services, two zones. */
export function samplePlatform(): PlatformOutputs {
  return {
    contract: { name: CONTRACT_NAME, version: CONTRACT_VERSION },
    environment: "dev",
    region: "us-east-1",
    network: {
      vpcId: "vpc-0a",
      cidr: "10.20.0.0/16",
      publicSubnetIds: ["subnet-0a", "subnet-0b"],
      privateSubnetIds: ["subnet-1a", "subnet-1b"],
      isolatedSubnetIds: ["subnet-2a", "subnet-2b"],
    },
    cluster: {
      name: "pyairtable-dev",
      arn: `${account}:cluster/pyairtable-dev`,
      namespaceArn: "arn:aws:servicediscovery:us-east-1:123456789012:namespace/ns-0a",
      namespaceName: "pyairtable-dev.internal",
    },
    edge: {
      dnsName: "pyairtable-dev-1.us-east-1.elb.amazonaws.com",
      url: "https://dev.pyairtable.example",
      httpsListenerArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/pyairtable-dev/0a/0b",
      securityGroupId: "sg-edge",
    },
    services: {
      "record-service": sampleService("record-service", { tier: "critical", spotShare: 0 }),
      "webhook-dispatcher": sampleService("webhook-dispatcher", { availability: 99.93 }),
    },
    monitoring: {
      monthlyUsd: 12.3,
      grafanaUrl: "https://grafana.dev.pyairtable.example",
      grafanaAddress: "http://views.monitoring.pyairtable-dev.internal:3000",
      prometheusUrl: "http://metrics.monitoring.pyairtable-dev.internal:9090",
      alertmanagerUrl: "http://metrics.monitoring.pyairtable-dev.internal:9093",
      jaegerUrl: "http://views.monitoring.pyairtable-dev.internal:16686",
      otlpUrl: "http://metrics.monitoring.pyairtable-dev.internal:4318",
      alarmTopicArn: "arn:aws:sns:us-east-1:123456789012:pyairtable-dev-alarms",
      scrapeIntervalSeconds: 30,
      retentionDays: 31,
    },
    cost: {
      currency: "USD",
      baselineUsd: 655.1,
      plannedUsd: 231.8,
      savedPercent: 64.6,
      budgetUsd: 300,
      dailyAlertUsd: 20,
    },
    availability: { lowest: 99.93, service: "webhook-dispatcher", sloMet: true },
  };
}
