import {
  type EnforcementLevel,
  type PolicyResource,
  type PolicyResourceOptions,
  type ResourceValidation,
  type ResourceValidationArgs,
  UnknownValueError,
  unknownCheckingProxy,
} from "@pulumi/policy";
import { type DeliveredConfig, deliver } from "../guard/delivered-config.ts";
import { loadSimulator } from "../read/kubernetes/simulate.ts";
import type { Rule } from "../rule.ts";
import type { CapturedGraph, CapturedResource, Limits } from "./captured.ts";
import { testedRules } from "./tested-rules.ts";

export interface Violation {
  readonly rule: string;
  readonly level: EnforcementLevel;
  readonly urn?: string;
  readonly message: string;
  /** True where the rule hit a value that is not known in preview, and could not decide. */
  readonly undecided?: true;
}

// Rules that load something answer later the first time; here all answer at once.
await loadSimulator();

class NotApplicable extends Error {}

/**
 * Runs the pack's own policy objects over a captured graph as the engine and the SDK do: limits over defaults,
 * resource rules on inputs, stack rules on outputs, an unknown value turning a rule advisory and ending it.
 * `analyze-as-engine.test.ts` holds it against the SDK's own RPC handlers.
 */
export function analyzeAsEngine(
  graph: CapturedGraph,
  limits: Limits,
  rules: readonly Rule[] = testedRules,
): Violation[] {
  const config = configure(rules, limits);
  deliver(config);
  const found: Violation[] = [];
  const proxied = graph.map(toPolicyResource);
  for (const { policy } of rules) {
    const { enforcementLevel: level, config: knobs } = config.get(policy.name)!;
    if (level === "disabled") continue;
    const shared = { getConfig: () => knobs as never, stackTags: new Map<string, string>(), notApplicable };
    const report = (message: string, urn?: string) => found.push({ rule: policy.name, level, urn, message });
    if ("validateStack" in policy) {
      const { __pulumiType: needs } = policy.validateStack as typeof policy.validateStack & { __pulumiType?: string };
      if (needs !== undefined && !graph.some(({ type }) => type === needs)) continue;
      const args = { resources: proxied.map(({ outputs }) => outputs), ...shared };
      run(policy.name, found, undefined, () => policy.validateStack(args, report));
      continue;
    }
    const validate = policy.validateResource as ResourceValidation & { __pulumiType?: string };
    for (const { inputs } of proxied) {
      if (validate.__pulumiType !== undefined && validate.__pulumiType !== inputs.type) continue;
      const here = (message: string, urn?: string) => report(message, urn ?? inputs.urn);
      run(policy.name, found, inputs.urn, () =>
        validate({ ...inputs, parent: undefined, ...shared } as ResourceValidationArgs, here),
      );
    }
  }
  return found;
}

function run(rule: string, found: Violation[], urn: string | undefined, body: () => unknown): void {
  try {
    body();
  } catch (error) {
    if (error instanceof NotApplicable) return;
    if (!(error instanceof UnknownValueError)) throw error;
    const message = `can't run during preview: ${(error as Error).message}`;
    found.push({ rule, level: "advisory", urn, message, undecided: true });
  }
}

function notApplicable(reason?: string): never {
  throw new NotApplicable(reason);
}

/** Defaults, then `all`, then each rule's own entry: the order of the engine's `ReconcilePolicyPackConfig`. */
export function configure(rules: readonly Rule[], limits: Limits): DeliveredConfig {
  const all = entryOf(limits.all);
  const names = new Set([
    ...rules.map(({ policy }) => policy.name),
    ...Object.keys(limits).filter((name) => name !== "all"),
  ]);
  const policies = new Map(rules.map(({ policy }) => [policy.name, policy]));
  return new Map(
    [...names].map((name) => {
      const own = entryOf(limits[name]);
      const properties = Object.entries(policies.get(name)?.configSchema?.properties ?? {});
      const defaults = Object.fromEntries(properties.map(([key, schema]) => [key, schema.default]));
      const enforcementLevel = own.level ?? all.level ?? policies.get(name)?.enforcementLevel ?? "mandatory";
      return [name, { enforcementLevel, config: { ...defaults, ...own.config } }];
    }),
  );
}

function entryOf(entry: Limits[string] | undefined): { level?: EnforcementLevel; config: Record<string, unknown> } {
  if (typeof entry === "string") return { level: entry as EnforcementLevel, config: {} };
  const { enforcementLevel, ...config } = entry ?? {};
  return { level: enforcementLevel as EnforcementLevel | undefined, config };
}

function toPolicyResource(captured: CapturedResource): { inputs: PolicyResource; outputs: PolicyResource } {
  const { type, urn, name, parent, props, inputs = props } = captured;
  const opts: PolicyResourceOptions = {
    protect: false,
    ignoreChanges: [],
    aliases: [],
    customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    additionalSecretOutputs: [],
    ...(parent === undefined ? {} : { parent }),
    ...captured.opts,
  };
  const stub = (other: string) => ({ urn: other }) as PolicyResource;
  const base = {
    type,
    urn,
    name,
    opts,
    parent: parent === undefined ? undefined : stub(parent),
    dependencies: (captured.dependencies ?? []).map(stub),
    propertyDependencies: {},
    isType: () => false,
    asType: () => undefined,
  };
  return {
    inputs: { ...base, props: unknownCheckingProxy(inputs) },
    outputs: { ...base, props: unknownCheckingProxy(props) },
  };
}
