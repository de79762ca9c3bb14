import type { PolicyResourceOptions } from "@pulumi/policy";

// biome-ignore lint/suspicious/noExplicitAny: mutants reach into JSON of any shape; a wrong path fails the mutant's test.
export type Loose = any;

/** A resource as captured from the engine, in JSON. Unknown values are the SDK's sentinel strings. */
export interface CapturedResource {
  type: string;
  urn: string;
  name: string;
  /** What stack rules see: outputs, in preview the inputs with unknowns for the rest. */
  props: Record<string, Loose>;
  /** What resource rules see; the same as `props` where absent. */
  inputs?: Record<string, Loose>;
  opts?: Partial<PolicyResourceOptions>;
  /** URN. */
  parent?: string;
  /** URNs. */
  dependencies?: string[];
}
export type CapturedGraph = CapturedResource[];

/** Changes a graph in place so that exactly one rule fires. */
export type Mutant = (graph: CapturedGraph) => void;

/** Content of a `--policy-pack-config` file. */
export type Limits = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

/** What the engine sends for a string that preview does not know (`plugin.UnknownStringValue`). */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
