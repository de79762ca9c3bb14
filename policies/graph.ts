import type { PolicyResource, PolicyResourceOptions } from "@pulumi/policy";
import type { PropsOf } from "./resource-types.ts";
import { serviceOf } from "./service-of.ts";
import { parseUrn } from "./urn.ts";

/** A resource as rules see it. Reading an unknown property throws `UnknownValueError`. */
export interface GraphResource<P = object> {
  readonly type: string;
  readonly urn: string;
  readonly name: string;
  readonly props: P;
  readonly opts: Readonly<PolicyResourceOptions>;
  /** URN. */
  readonly parent?: string;
  /** URNs. */
  readonly dependencies: readonly string[];
}

/** All resources of a stack, looked up by type and by service. */
export class Graph {
  readonly resources: readonly GraphResource[];
  readonly #byType: ReadonlyMap<string, readonly GraphResource[]>;

  constructor(resources: readonly GraphResource[]) {
    this.resources = resources;
    this.#byType = Map.groupBy(resources, ({ type }) => type);
  }

  static of(resources: readonly PolicyResource[]): Graph {
    return new Graph(
      resources.map(({ type, urn, name, props, opts, parent, dependencies }) => {
        return { type, urn, name, props, opts, parent: parent?.urn, dependencies: dependencies.map((one) => one.urn) };
      }),
    );
  }

  /** Stack name, from any URN; empty for an empty graph. */
  get stack(): string {
    return parseUrn(this.resources[0]?.urn ?? "").stack;
  }

  ofType<T extends string>(type: T): readonly GraphResource<PropsOf<T>>[] {
    return (this.#byType.get(type) ?? []) as readonly GraphResource<PropsOf<T>>[];
  }

  /** Those of one type that one service pays for. */
  ofService<T extends string>(type: T, service: string): readonly GraphResource<PropsOf<T>>[] {
    return this.ofType(type).filter((resource) => serviceOf(resource) === service);
  }
}
