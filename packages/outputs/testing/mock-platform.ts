import type { runtime } from "@pulumi/pulumi";
import { KUBERNETES_OUTPUT } from "../kubernetes/version.ts";
import { PLATFORM_OUTPUT } from "../version.ts";
import { sampleKubernetes } from "./sample-kubernetes.ts";
import { samplePlatform } from "./sample-platform.ts";

/** Merged into a sample at any depth; loose, so that a test can also break the contract. `null` removes a field. */
export type PlatformOverrides = { readonly [key: string]: unknown };

export interface MockPlatformOptions {
  /** Overrides of the Kubernetes sample; without them the stack has no `kubernetes` output, as in mode `off`. */
  readonly kubernetes?: PlatformOverrides;
  /** Stack names that exist; by default any. */
  readonly stacks?: readonly string[];
  /** Output names that the stack marks as secret. */
  readonly secretOutputNames?: readonly string[];
  /** Answers provider calls by token; without an entry a call throws. */
  readonly calls?: Readonly<Record<string, (inputs: Record<string, unknown>) => Record<string, unknown>>>;
  /** State that a resource returns besides its inputs, by type token. */
  readonly states?: Readonly<Record<string, (args: runtime.MockResourceArgs) => Record<string, unknown>>>;
}

export interface MockPlatform extends runtime.Mocks {
  /** What the platform's stack answers: the sample with the overrides. */
  readonly outputs: Record<string, unknown>;
  /** Every resource that the program under test registered, in order; stack references left out. */
  readonly resources: readonly runtime.MockResourceArgs[];
}

/**
 * Pulumi mocks for the unit tests of a program that calls `readPlatform` or `readKubernetes`:
 * `await pulumi.runtime.setMocks(mockPlatform({ services: { mine: sampleService("mine") } }))`.
 * `null` for all overrides is a stack without the output: with `options.kubernetes`, one whose services all run there.
 */
export function mockPlatform(
  overrides: PlatformOverrides | null = {},
  options: MockPlatformOptions = {},
): MockPlatform {
  const outputs = {
    ...(overrides === null ? {} : { [PLATFORM_OUTPUT]: merge(samplePlatform(), overrides) }),
    ...(options.kubernetes === undefined ? {} : { [KUBERNETES_OUTPUT]: merge(sampleKubernetes(), options.kubernetes) }),
  };
  const resources: runtime.MockResourceArgs[] = [];
  return {
    outputs,
    resources,
    newResource(args) {
      if (args.type === "pulumi:pulumi:StackReference") {
        const name = String(args.inputs.name);
        if (options.stacks !== undefined && !options.stacks.includes(name)) throw new Error(`unknown stack "${name}"`);
        return { id: name, state: { name, outputs, secretOutputNames: options.secretOutputNames ?? [] } };
      }
      resources.push(args);
      const state = { ...args.inputs, ...options.states?.[args.type]?.(args) };
      return { id: `${args.name}-id`, state };
    },
    call({ token, inputs }) {
      const answer = options.calls?.[token];
      if (answer === undefined) throw new Error(`mockPlatform: no answer for the call ${token}`);
      return answer(inputs);
    },
  };
}

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
