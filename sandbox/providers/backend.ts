import type { EngineLog } from "./rpc/engine-log.ts";
import type { Properties } from "./values.ts";
import type { Violation } from "./violation.ts";

/** What a stand-in provider does, free of gRPC. One backend serves every provider instance of its package. */
export interface Backend {
  readonly version: string;
  /** Problems of the provider's own configuration. */
  checkConfig(inputs: Properties): readonly Violation[] | Promise<readonly Violation[]>;
  /** Binds a provider instance (one connection of the engine) to its configuration. Throws when it cannot work. */
  configure(inputs: Properties, log: EngineLog): Instance | Promise<Instance>;
  /** The engine was asked to stop: calls that wait should end. */
  cancel?(): void;
}

/** What a call carries besides the resource. */
export interface CallOptions {
  /** The resource's `customTimeouts`; undefined when it has none. */
  readonly timeoutSeconds?: number;
}

export interface ResourceId {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
}

export interface Checked {
  readonly inputs: Properties;
  readonly violations: readonly Violation[];
}

export type ChangeKind = "add" | "delete" | "update";

export interface Difference {
  /** Changed leaves by property path. */
  readonly changes: ReadonlyMap<string, { readonly kind: ChangeKind; readonly replace: boolean }>;
  readonly deleteBeforeReplace: boolean;
}

export interface Found {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** A configured provider: the calls of a resource's life. Errors thrown end the call with their message. */
export interface Instance {
  check(resource: ResourceId, news: Properties, olds: Properties | undefined): Checked;
  diff(resource: ResourceId, id: string, oldInputs: Properties, news: Properties): Difference;
  create(
    resource: ResourceId,
    inputs: Properties,
    preview: boolean,
    options: CallOptions,
  ): Promise<{ id: string; outputs: Properties }>;
  /** `inputs` are the last known ones; undefined when the engine knows only the id. */
  read(resource: ResourceId, id: string, inputs: Properties | undefined): Promise<Found | undefined>;
  update(
    resource: ResourceId,
    id: string,
    change: {
      readonly olds: Properties;
      readonly news: Properties;
      readonly preview: boolean;
      /** Property paths of the `ignoreChanges` option. */
      readonly ignored: readonly string[];
    },
    options: CallOptions,
  ): Promise<Properties>;
  delete(resource: ResourceId, id: string, options: CallOptions): Promise<void>;
  invoke(token: string, args: Properties): Properties;
}
