import { runtime } from "@pulumi/pulumi";
import { type MockWorld, type Recording, recordProgram } from "../../shared/test-mocks.ts";

/** A recorded program and what each resource waits for: by `dependsOn`, by a value, by its provider or parent. */
export interface RecordedEdges<Result> extends Recording<Result> {
  /** True where `later` is made after `earlier`, and so is deleted before it. */
  readonly waitsFor: (later: string, earlier: string) => boolean;
  /** Names in an order in which the engine may delete them: users before what they use. */
  readonly deletionOrder: () => readonly string[];
}

interface Request {
  getName(): string;
  getDependenciesList(): string[];
  getProvider(): string;
  getParent(): string;
}

/** For tests only: records a program and the edges that the engine is told. Logical names must be unique. */
export async function recordEdges<Result>(world: MockWorld, program: () => Result): Promise<RecordedEdges<Result>> {
  const edges = new Map<string, Set<string>>();
  const recording = await recordProgram(world, false, () => {
    const monitor = runtime.getMonitor() as unknown as { registerResource(request: Request, done: unknown): unknown };
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, done) => {
      const urns = [...request.getDependenciesList(), request.getProvider().replace(/::[^:]*$/, "")];
      if (edges.has(request.getName())) throw new Error(`two resources are named ${request.getName()}`);
      edges.set(request.getName(), new Set(urns.filter((urn) => urn !== "").map(nameOf)));
      return register(request, done);
    };
    return program();
  });
  const waitsFor = (later: string, earlier: string): boolean => reaches(edges, later, earlier, new Set());
  return { ...recording, waitsFor, deletionOrder: () => deletionOrder(edges) };
}

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

function reaches(edges: ReadonlyMap<string, Set<string>>, from: string, to: string, seen: Set<string>): boolean {
  if (!edges.has(from)) throw new Error(`nothing named ${from} was recorded: ${[...edges.keys()].join(", ")}`);
  if (!edges.has(to)) throw new Error(`nothing named ${to} was recorded: ${[...edges.keys()].join(", ")}`);
  if (seen.has(from)) return false;
  seen.add(from);
  return [...edges.get(from)!].some((next) => next === to || (edges.has(next) && reaches(edges, next, to, seen)));
}

function deletionOrder(edges: ReadonlyMap<string, Set<string>>): string[] {
  const made: string[] = [];
  const visit = (name: string): void => {
    if (made.includes(name) || !edges.has(name)) return;
    for (const earlier of edges.get(name)!) visit(earlier);
    made.push(name);
  };
  for (const name of edges.keys()) visit(name);
  return made.reverse();
}
