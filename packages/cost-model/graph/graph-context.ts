import type { PriceBook } from "../prices.ts";
import { listAt, numberAt, textAt } from "./read-props.ts";
import { secretReaders } from "./secret-references.ts";
import { ofType, serviceFacts } from "./service-facts.ts";
import type { GraphContext, GraphResource } from "./types.ts";

/** A load balancer takes two zones at least; what is assumed where the subnets say nothing. */
const FEWEST_ZONES = 2;

export function graphContext(book: PriceBook, resources: readonly GraphResource[]): GraphContext {
  const services = serviceFacts(resources);
  const zones = new Set(
    ofType(resources, "aws:ec2/subnet:Subnet").flatMap((s) => textAt(s.props, "availabilityZone") ?? []),
  );
  let tasks = 0;
  for (const { onDemand, spot } of services.values()) tasks += onDemand + spot;
  return {
    book,
    services,
    zones: zones.size > 0 ? zones.size : FEWEST_ZONES,
    tasks,
    natGateways: ofType(resources, "aws:ec2/natGateway:NatGateway").length,
    secretReaders: secretReaders(services),
    bucketDays: bucketDays(resources),
  };
}

/** The longest expiration that a lifecycle rule names. */
function bucketDays(resources: readonly GraphResource[]): number | null {
  const days = resources
    .filter(({ type }) => type.startsWith("aws:s3/bucketLifecycleConfiguration"))
    .flatMap(({ props }) => listAt(props, "rules") ?? [])
    .flatMap((rule) => numberAt(rule, "expiration", "days") ?? []);
  return days.length === 0 ? null : Math.max(...days);
}
