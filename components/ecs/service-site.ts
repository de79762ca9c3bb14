import type { Resource } from "@pulumi/pulumi";
import type { ServiceRecord } from "./record.ts";
import type { ServiceTransform } from "./transform.ts";
import type { ServiceWiring } from "./wiring.ts";

/** What every part of a service is made from. */
export interface ServiceSite {
  /** Logical name of the component; children are `${name}-x`. */
  readonly name: string;
  readonly record: ServiceRecord;
  readonly wiring: ServiceWiring;
  readonly transform: ServiceTransform | undefined;
  readonly parent: Resource;
}
