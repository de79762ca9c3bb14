import assert from "node:assert/strict";
import { COST_TAG_KEYS } from "@pyairtable/plan";
import type { RecordedResource } from "../shared/test-mocks.ts";
import { TAGS, UNTAGGABLE } from "./test-world.ts";

/** For tests only: every taggable AWS resource carries the six cost tags. */
export function assertTagged(resources: readonly RecordedResource[]): void {
  const taggable = resources.filter(({ type }) => type.startsWith("aws") && !UNTAGGABLE.has(type));
  assert.ok(taggable.length > 0);
  for (const { type, name, inputs } of taggable) {
    const tags = (inputs.tags ?? {}) as Record<string, string>;
    for (const key of COST_TAG_KEYS) assert.equal(tags[key], TAGS[key], `${type} ${name} lacks ${key}`);
  }
}

/** Rules of a type that name the whole internet, by logical name. */
export function openToAll(resources: readonly RecordedResource[], type: string): string[] {
  return resources
    .filter((one) => one.type === type && JSON.stringify(one.inputs).includes("/0"))
    .map((one) => one.name);
}

export const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
