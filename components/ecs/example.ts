import type { Input, Output } from "@pulumi/pulumi";
import { costTags } from "@pyairtable/plan";
import { Cluster, connectServices, Service, type ServiceArgs } from "./index.ts";

/** What another component or stack provides. */
export interface ExampleWiring {
  readonly accountId: string;
  readonly vpcId: Input<string>;
  readonly privateSubnetIds: Input<Input<string>[]>;
  readonly listenerArn: Input<string>;
  readonly loadBalancerArnSuffix: Input<string>;
  readonly loadBalancerSecurityGroupId: Input<string>;
}

/** A cluster with a public gateway that calls an internal service asleep at night. */
export function example(wiring: ExampleWiring): {
  readonly gatewayUrlInside: string;
  readonly recordsArn: Output<string>;
} {
  const place = { project: "shop", environment: "dev", region: "eu-west-1", accountId: wiring.accountId };
  const tags = (service: string) => costTags({ ...place, service, owner: "team-shop", costCenter: "cc-7" });
  const cluster = new Cluster("cluster", { ...place, tags: tags("platform") });

  const common = (service: string) =>
    ({
      ...place,
      service,
      tags: tags(service),
      clusterName: cluster.name,
      namespaceName: cluster.namespaceName,
      image: `shop/${service}:2.0.1`,
      cpuUnits: 256,
      memoryMiB: 512,
      port: 8080,
      healthPath: "/health",
      wiring: { ...wiring, clusterArn: cluster.arn, namespaceArn: cluster.namespaceArn },
    }) satisfies Partial<ServiceArgs>;

  const gateway = new Service("gateway", {
    ...common("gateway"),
    replicas: { min: 2, max: 6 },
    placement: { onDemandBase: 2, onDemandWeight: 0, spotWeight: 1 },
    route: { paths: ["/*"], priority: 100 },
    deployment: { strategy: "canary", stepPercent: 10 },
    calls: ["records"],
  });
  const records = new Service("records", {
    ...common("records"),
    replicas: { min: 1, max: 3 },
    placement: { onDemandBase: 0, onDemandWeight: 0, spotWeight: 1 },
    secrets: [{ variable: "DATABASE_URL", secretName: "shop/dev/records" }],
    offHours: {
      replicas: 0,
      sleepCron: "cron(0 20 ? * MON-FRI *)",
      wakeCron: "cron(0 7 ? * MON-FRI *)",
      timeZone: "Europe/Dublin",
      shareOfWeek: 0.67,
      why: "nobody uses dev at night",
    },
    // The escape hatch: any child's args, typed, before it is made.
    transform: {
      logGroup: (args) => {
        args.retentionInDays = 7;
      },
    },
  });

  const end = (service: Service) => ({
    name: service.name,
    securityGroupId: service.securityGroupId,
    tags: tags(service.name),
  });
  const loadBalancer = {
    name: "alb",
    securityGroupId: wiring.loadBalancerSecurityGroupId,
    tags: tags("platform"),
  };
  connectServices("calls", [
    { caller: loadBalancer, callee: end(gateway), port: gateway.port },
    { caller: end(gateway), callee: end(records), port: records.port },
  ]);
  return { gatewayUrlInside: `http://${gateway.dnsName}:${gateway.port}`, recordsArn: records.arn };
}
