import assert from "node:assert/strict";
import { catalogService } from "../facts.ts";
import { resource } from "./build.ts";
import type { CapturedGraph, CapturedResource, Loose } from "./captured.ts";
import { fixtureTags } from "./fixture-tags.ts";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const SERVICE = "aws:ecs/service:Service";
const TARGET = "aws:appautoscaling/target:Target";

/** Adds a resource that the platform shares, with good tags. */
export function add(
  graph: CapturedGraph,
  type: string,
  props: Record<string, unknown>,
  name = "added",
  count = 1,
): void {
  for (let index = 1; index <= count; index += 1) {
    graph.push(resource(type, { tags: fixtureTags(), ...props }, { name: `${name}-${index}` }));
  }
}

/** Good tags of a service of the catalog. */
export function tagsOfService(service: string): Record<string, string> {
  const entry = catalogService(service);
  assert.ok(entry, `${service} is not in the catalog`);
  return fixtureTags(service, entry.owner, entry.costCenter);
}

/** Adds a one-off task of the platform, such as a migration: a copy of a healthy one that no service runs. */
export function addTask(graph: CapturedGraph, change: Record<string, unknown>): void {
  const source = firstOf(graph, TASK);
  add(graph, TASK, { ...source.props, tags: fixtureTags(), ...change }, "migration-task");
}

interface Twin {
  readonly service: string;
  readonly suffix: string;
  readonly maxTasks: number;
  readonly task?: Record<string, unknown>;
  readonly change?: (service: Record<string, Loose>) => void;
}

/** Adds an ECS service that waits at zero tasks beside a healthy one of the same catalog entry, with its own target. */
export function addTwin(graph: CapturedGraph, { service, suffix, maxTasks, task, change }: Twin): void {
  const of = (type: string) => firstOf(graph, type, ({ props }) => props.tags?.Service === service);
  const name = `${service}-${suffix}`;
  const copy = (type: string, override: Record<string, unknown>): CapturedResource => {
    const { props, opts } = structuredClone(of(type));
    return resource(type, { ...props, ...override }, { name: `${name}-${type.split(":").at(-1)}`, opts });
  };
  const definition = copy(TASK, task ?? {});
  const twin = copy(SERVICE, { name, desiredCount: 0 });
  twin.dependencies = [definition.urn];
  change?.(twin.props);
  const resourceId = `service/pyairtable-prod/${name}`;
  graph.push(definition, twin, copy(TARGET, { resourceId, minCapacity: 0, maxCapacity: maxTasks }));
}

export function firstOf(
  graph: CapturedGraph,
  type: string,
  which: (one: CapturedResource) => boolean = () => true,
): CapturedResource {
  const found = graph.find((one) => one.type === type && which(one));
  assert.ok(found, `the graph has no such ${type}`);
  return found;
}
