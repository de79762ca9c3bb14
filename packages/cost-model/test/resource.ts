import type { GraphResource } from "../index.ts";

export function resource(type: string, name: string, props: Record<string, unknown>): GraphResource {
  return { type, name, urn: `urn:pulumi:prod::pyairtable::${type}::${name}`, props };
}
