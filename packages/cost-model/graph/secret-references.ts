import { listAt, serviceOf, textAt } from "./read-props.ts";
import type { GraphResource, ServiceFacts } from "./types.ts";

/** Secrets Manager secrets that a task definition's containers read; none while the JSON is not known. */
export function secretsOf({ props }: GraphResource): string[] {
  const json = textAt(props, "containerDefinitions");
  if (json === null) return [];
  const containers = parsed(json);
  const references = containers.flatMap((container) =>
    (listAt(container, "secrets") ?? []).flatMap((secret) => textAt(secret, "valueFrom") ?? []),
  );
  return [...new Set(references.filter((reference) => reference.includes(":secretsmanager:")).map(withoutKey))].sort();
}

/** Readers of each secret, in the order of services. */
export function secretReaders(services: ReadonlyMap<string, ServiceFacts>): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const [name, { secrets }] of services) {
    for (const secret of secrets) readers.set(secret, [...(readers.get(secret) ?? []), name]);
  }
  return readers;
}

/** True for the one resource that stands for a secret several services read. */
export function isFirstReader(resource: GraphResource, readers: readonly string[]): boolean {
  return readers.length > 1 && readers[0] === serviceOf(resource.props);
}

/** `arn:aws:secretsmanager:<region>:<account>:secret:<name>[:key:stage:version]` without the key. */
function withoutKey(reference: string): string {
  return reference.split(":").slice(0, 7).join(":");
}

function parsed(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
