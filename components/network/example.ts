import { costTags } from "@pyairtable/plan";
import { Edge, Network } from "./index.ts";

/** A production network and its load balancer, as a program of another team would write it. The tests run it. */
export function example(): { network: Network; edge: Edge } {
  const tags = costTags({
    project: "pyairtable",
    environment: "prod",
    service: "platform",
    owner: "platform-team",
    costCenter: "CC-1000",
  });
  const network = new Network("network", {
    cidr: "10.20.0.0/16",
    region: "us-east-1",
    zones: ["us-east-1a", "us-east-1b", "us-east-1c"],
    nat: "single",
    interfaceEndpoints: ["ecr.api", "logs"],
    flowLogs: { enabled: true, retentionDays: 30 },
    tags,
    transform: {
      vpc: (args) => {
        args.enableNetworkAddressUsageMetrics = true;
      },
    },
  });
  const edge = new Edge("edge", {
    vpcId: network.vpcId,
    vpcCidr: network.cidr,
    subnetIds: network.publicSubnetIds,
    region: "us-east-1",
    accountId: "111122223333",
    exposure: { scheme: "internet-facing", reason: "public API and web application of the product" },
    domain: "app.example.com",
    hostedZoneId: "Z0123456789ABCDEFGHIJ",
    waf: true,
    testListener: true,
    tags,
  });
  return { network, edge };
}
