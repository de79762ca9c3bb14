import type { PriceBook } from "../prices.ts";
import { ecsFacts, ofType } from "./ecs-facts.ts";
import { monitoringRequests } from "./kubernetes/monitoring-pods.ts";
import { podFacts } from "./kubernetes/pod-facts.ts";
import { EKS_CLUSTER, INGRESS } from "./kubernetes/types.ts";
import { contentOf } from "./log-content.ts";
import { monitoringFacts } from "./monitoring-facts.ts";
import { listAt, numberAt, serviceOf, textAt } from "./read-props.ts";
import { secretReaders } from "./secret-references.ts";
import type { GraphContext, GraphOptions, GraphResource } from "./types.ts";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** A load balancer takes two zones at least; what is assumed where the subnets say nothing. */
const FEWEST_ZONES = 2;

export function graphContext(
  book: PriceBook,
  resources: readonly GraphResource[],
  { nodes }: GraphOptions,
): GraphContext {
  const ecs = ecsFacts(resources);
  const pods = podFacts(resources);
  const zones = new Set(
    ofType(resources, "aws:ec2/subnet:Subnet").flatMap((s) => textAt(s.props, "availabilityZone") ?? []),
  );
  const tasksByService = new Map<string, number>();
  for (const one of ecs.values()) add(tasksByService, one.service, running(one));
  const logGroupsByService = new Map<string, number>();
  for (const { name, props } of ofType(resources, LOG_GROUP)) {
    if (contentOf(name, props) === "tasks") add(logGroupsByService, serviceOf(props), 1);
  }
  const ownNodes = nodes === undefined ? ofType(resources, EKS_CLUSTER).length > 0 : nodes === "ours";
  const tasks = total(ecs.values());
  return {
    book,
    ecs,
    tasksByService,
    logGroupsByService,
    pods,
    monitoringRequests: monitoringRequests(resources),
    ownNodes,
    ingresses: ofType(resources, INGRESS),
    launchTemplateDiskGb: launchTemplateDisk(resources),
    zones: zones.size > 0 ? zones.size : FEWEST_ZONES,
    tasks,
    throughNat: tasks + (ownNodes ? total(pods.values()) : 0),
    natGateways: ofType(resources, "aws:ec2/natGateway:NatGateway").length,
    secretReaders: secretReaders(resources, ownNodes),
    bucketDays: bucketDays(resources),
    monitoring: monitoringFacts(resources),
  };
}

interface Running {
  readonly onDemand: number;
  readonly spot: number;
}

function running({ onDemand, spot }: Running): number {
  return onDemand + spot;
}

function total(all: Iterable<Running>): number {
  let sum = 0;
  for (const one of all) sum += running(one);
  return sum;
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

function launchTemplateDisk(resources: readonly GraphResource[]): number | null {
  const templates = ofType(resources, "aws:ec2/launchTemplate:LaunchTemplate");
  const disks = templates.length === 1 ? (listAt(templates[0]!.props, "blockDeviceMappings") ?? []) : [];
  const sizes = disks.flatMap((disk) => numberAt(disk, "ebs", "volumeSize") ?? []);
  return sizes.length === 0 ? null : sizes.reduce((sum, gb) => sum + gb, 0);
}

/** The longest expiration that a lifecycle rule names. */
function bucketDays(resources: readonly GraphResource[]): number | null {
  const days = resources
    .filter(({ type }) => type.startsWith("aws:s3/bucketLifecycleConfiguration"))
    .flatMap(({ props }) => listAt(props, "rules") ?? [])
    .flatMap((rule) => numberAt(rule, "expiration", "days") ?? []);
  return days.length === 0 ? null : Math.max(...days);
}
