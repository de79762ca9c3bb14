import * as pulumi from "@pulumi/pulumi";
import { isPlainObject } from "./copy-plain.ts";

/** Stands in recorded inputs for a value that is unknown in preview. */
export const UNKNOWN = "[unknown]";

/** A resource as the engine would have been asked for it. */
export interface RecordedResource {
  readonly type: string;
  readonly name: string;
  /** Plain inputs; a value unknown in preview is `UNKNOWN`. */
  readonly inputs: Record<string, unknown>;
  /** Reference of the provider, empty for the default one. */
  readonly provider: string;
  readonly custom: boolean;
}

/** Outputs that only the cloud knows, beside `id`, `arn` and the inputs, which every resource answers with. */
export type StateOf = (inputs: Record<string, unknown>, name: string) => Record<string, unknown>;

export interface MockWorld {
  /** Type token → its computed outputs. A resource of any other type fails the run. */
  readonly types: Readonly<Record<string, StateOf>>;
  /** Function token → its answer. Any other call fails the run. */
  readonly calls?: Readonly<Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>>;
}

export interface Recording<Result> {
  readonly resources: readonly RecordedResource[];
  readonly result: Result;
}

/** For types that compute nothing a caller reads. */
export const nothingComputed: StateOf = () => ({});

/** Installs mocks that record inputs and throw on what the world lacks; in preview, computed outputs are unknown. */
export async function recordingMocks(
  world: MockWorld,
  preview: boolean,
): Promise<{ resources: RecordedResource[]; refused: string[] }> {
  const resources: RecordedResource[] = [];
  const refused: string[] = [];
  const refuse = (what: string): never => {
    refused.push(what);
    throw new Error(`mock world has no ${what}`);
  };
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, provider, custom }) => {
        resources.push({
          type,
          name,
          inputs: shown(inputs) as Record<string, unknown>,
          provider: provider ?? "",
          custom: custom ?? false,
        });
        const stateOf = world.types[type] ?? refuse(`resource type ${type} (${name})`);
        if (preview) return { id: undefined, state: inputs };
        const arn = `arn:aws:mock:us-east-1:111122223333:${name}`;
        return { id: `${name}-id`, state: { arn, name, ...inputs, ...stateOf(inputs, name) } };
      },
      call: ({ token, inputs }) => (world.calls?.[token] ?? refuse(`function ${token}`))(inputs),
    },
    "pyairtable",
    "test",
    preview,
  );
  return { resources, refused };
}

/** Runs a program under recording mocks, waits until every registration has ended, and fails on what was refused. */
export async function recordProgram<Result>(
  world: MockWorld,
  preview: boolean,
  program: () => Result | Promise<Result>,
): Promise<Recording<Result>> {
  const { resources, refused } = await recordingMocks(world, preview);
  const result = await program();
  await pulumi.runtime.disconnect();
  if (refused.length > 0) throw new Error(`mock world has no ${refused.join(", no ")}`);
  return { resources, result };
}

/** The recorded resources of one type, in the order in which they were registered. */
export function resourcesOf(recording: Pick<Recording<unknown>, "resources">, type: string): RecordedResource[] {
  return recording.resources.filter((resource) => resource.type === type);
}

/** The one resource of a type; throws where there are none or several. */
export function resourceOf(recording: Pick<Recording<unknown>, "resources">, type: string): RecordedResource {
  const found = resourcesOf(recording, type);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`expected one ${type}, recorded ${found.length}`);
  return only;
}

/** The value of an Output once settled; `UNKNOWN` where it is unknown, as in preview. */
export async function settled<T>(output: pulumi.Output<T>): Promise<T | typeof UNKNOWN> {
  const inner = output as unknown as { isKnown: Promise<boolean>; promise(): Promise<T> };
  return (await inner.isKnown) ? inner.promise() : UNKNOWN;
}

function shown(value: unknown): unknown {
  if (pulumi.isUnknown(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map(shown);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)]));
}
