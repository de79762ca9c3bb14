import { containersOf } from "./containers.ts";
import { EXTERNAL_SECRET } from "./kubernetes/types.ts";
import { listAt, textAt } from "./read-props.ts";
import type { GraphContext, GraphResource } from "./types.ts";

const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

/** Names of the secrets of Secrets Manager that a task definition or ExternalSecret reads, sorted. */
export function secretsOf(resource: GraphResource): string[] {
  if (resource.type === TASK_DEFINITION) return unique(ofContainers(resource));
  return EXTERNAL_SECRET.test(resource.type) ? unique(ofExternalSecret(resource)) : [];
}

/** Readers of each secret, by URN, in the graph's order. In somebody else's cluster the store is theirs too. */
export function secretReaders(resources: readonly GraphResource[], ownNodes: boolean): GraphContext["secretReaders"] {
  const readers = new Map<string, string[]>();
  for (const resource of resources) {
    if (EXTERNAL_SECRET.test(resource.type) && !ownNodes) continue;
    for (const name of secretsOf(resource)) readers.set(name, [...(readers.get(name) ?? []), resource.urn]);
  }
  return readers;
}

/** The secrets a reader carries: those that nobody before it reads. */
export function paidSecrets(resource: GraphResource, readers: GraphContext["secretReaders"]): string[] {
  return secretsOf(resource).filter((name) => readers.get(name)?.[0] === resource.urn);
}

/** `arn:aws:secretsmanager:<region>:<account>:secret:<name>[:key:stage:version]`; none while the JSON is not known. */
function ofContainers({ props }: GraphResource): string[] {
  const references = containersOf({ props }).flatMap((container) =>
    (listAt(container, "secrets") ?? []).flatMap((secret) => textAt(secret, "valueFrom") ?? []),
  );
  return references
    .filter((reference) => reference.includes(":secretsmanager:"))
    .flatMap((reference) => reference.split(":").at(6) ?? []);
}

function ofExternalSecret({ props }: GraphResource): string[] {
  const single = (listAt(props, "spec", "data") ?? []).flatMap((one) => textAt(one, "remoteRef", "key") ?? []);
  const whole = (listAt(props, "spec", "dataFrom") ?? []).flatMap((one) => textAt(one, "extract", "key") ?? []);
  return [...single, ...whole];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
