import assert from "node:assert/strict";
import type { CapturedGraph, CapturedResource, Loose } from "./captured.ts";

type Extra = Partial<Pick<CapturedResource, "name" | "opts" | "parent" | "dependencies">>;

/** A captured resource of stack `prod`, named after its type unless told. */
export function resource(type: string, props: Record<string, unknown>, extra: Extra = {}): CapturedResource {
  const name = extra.name ?? type.split(":").at(-1)!;
  const parentTypes = extra.parent === undefined ? "" : `${extra.parent.split("::")[2]}$`;
  return { type, name, urn: `urn:pulumi:prod::pyairtable::${parentTypes}${type}::${name}`, props, ...extra };
}

/** A task definition of one container. */
export function taskWith(container: Record<string, unknown>, props: Record<string, unknown> = {}): CapturedResource {
  const containerDefinitions = JSON.stringify([{ name: "record-service", ...container }]);
  return resource("aws:ecs/taskDefinition:TaskDefinition", { containerDefinitions, ...props });
}

/** Changes one resource, the first of its type that `which` accepts, both as rules of either kind see it. */
export function edit(
  graph: CapturedGraph,
  type: string,
  change: (props: Record<string, Loose>, resource: CapturedResource) => void,
  which: (resource: CapturedResource) => boolean = () => true,
): void {
  const found = graph.find((one) => one.type === type && which(one));
  assert.ok(found, `the graph has no ${type} to change`);
  change(found.props, found);
  if (found.inputs !== undefined) change(found.inputs, found);
}

/** Changes the first container of a task definition. */
export function editContainer(graph: CapturedGraph, change: (container: Record<string, Loose>) => void): void {
  edit(graph, "aws:ecs/taskDefinition:TaskDefinition", (props) => {
    const containers = JSON.parse(props.containerDefinitions);
    change(containers[0]);
    props.containerDefinitions = JSON.stringify(containers);
  });
}

/** Changes the statements of the first policy document of a type. */
export function editStatements(
  graph: CapturedGraph,
  type: string,
  property: "policy" | "assumeRolePolicy",
  change: (statements: Loose[]) => void,
  which?: (resource: CapturedResource) => boolean,
): void {
  const readable = (one: CapturedResource) => String(one.props[property]).startsWith("{") && (which?.(one) ?? true);
  const document = (props: Record<string, Loose>) => {
    const parsed = JSON.parse(props[property]);
    change(parsed.Statement);
    props[property] = JSON.stringify(parsed);
  };
  edit(graph, type, document, readable);
}

/** Adds copies of the first resource of a type, until there are `count` more. */
export function addCopies(
  graph: CapturedGraph,
  type: string,
  count: number,
  change: (props: Record<string, Loose>) => void = () => {},
): void {
  const source = graph.find((one) => one.type === type);
  assert.ok(source, `the graph has no ${type} to copy`);
  for (let index = 1; index <= count; index += 1) {
    const copy = structuredClone(source);
    copy.name += `-copy-${index}`;
    copy.urn += `-copy-${index}`;
    change(copy.props);
    if (copy.inputs !== undefined) change(copy.inputs);
    graph.push(copy);
  }
}

/** Removes every resource that `which` accepts; one at least must be there. */
export function remove(graph: CapturedGraph, which: (resource: CapturedResource) => boolean): void {
  const kept = graph.filter((one) => !which(one));
  assert.ok(kept.length < graph.length, "the graph has nothing of the kind to remove");
  graph.splice(0, graph.length, ...kept);
}
