import type { Properties, Value } from "../../values.ts";
import { COMPUTE_CASES } from "./cases-compute.ts";
import { EKS_CASES } from "./cases-eks.ts";
import { IDENTITY_CASES } from "./cases-identity.ts";
import { NETWORK_CASES } from "./cases-network.ts";
import { OPERATION_CASES } from "./cases-operation.ts";

/** A resource that the service takes, and changes to it that it refuses, each with the path it should name. */
export interface Case {
  readonly type: string;
  readonly good: Properties;
  readonly bad: readonly (readonly [title: string, change: Record<string, Value | undefined>, path: string])[];
}

export const CASES: readonly Case[] = [
  ...COMPUTE_CASES,
  ...EKS_CASES,
  ...IDENTITY_CASES,
  ...NETWORK_CASES,
  ...OPERATION_CASES,
];

/** A change to undefined takes the argument away. */
export function without(inputs: Record<string, Value | undefined>): Properties {
  return Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}
