import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { Graph, type GraphResource } from "./graph.ts";
import { type Finding, formatFinding } from "./message.ts";
import type { PropsOf } from "./resource-types.ts";
import { type Check, isNotApplicable, policyHead, type Sentence } from "./sentence.ts";
import { serviceOf } from "./service-of.ts";
import { configOf, type Settings } from "./settings.ts";

export type { Finding } from "./message.ts";
export { notApplicable } from "./sentence.ts";

/** One rule of the pack: its sentence, and the policy the SDK serves. */
export interface Rule {
  readonly sentence: Sentence<Settings>;
  readonly policy: ResourceValidationPolicy | StackValidationPolicy;
}

/** A finding of a stack rule may point at one resource; without, it is about the whole stack. */
export interface StackFinding extends Finding {
  readonly at?: GraphResource;
  /** Where no single resource is at fault but one service is. */
  readonly service?: string;
}

export interface ResourceRule<T extends string, S extends Settings> extends Sentence<S> {
  readonly types: readonly T[];
  readonly check: Check<GraphResource<PropsOf<T>>, Finding, S>;
}

/** A rule over one resource's inputs, before it is made. */
export function resourceRule<const T extends string, S extends Settings = Record<never, never>>(
  rule: ResourceRule<T, S>,
): Rule {
  const types: ReadonlySet<string> = new Set(rule.types);
  const validate: ResourceValidationPolicy["validateResource"] = (args, report) => {
    if (!types.has(args.type)) return;
    const { type, urn, name, opts } = args;
    const resource = { type, urn, name, opts, props: args.props as PropsOf<T>, parent: opts.parent, dependencies: [] };
    const answer = rule.check(resource, configOf(rule.config ?? ({} as S), args.getConfig()));
    if (isNotApplicable(answer)) return args.notApplicable(answer.notApplicable);
    const place = { rule: rule.id, service: serviceOf(resource), resource: name };
    for (const finding of answer) report(formatFinding(place, finding));
  };
  // With one type the SDK skips other resources before it deserialises them.
  if (rule.types.length === 1) Object.assign(validate, { __pulumiType: rule.types[0] });
  return { sentence: rule, policy: { ...policyHead(rule), validateResource: validate } };
}

interface StackRule<S extends Settings> extends Sentence<S> {
  /** A type without which there is nothing to judge: the SDK then skips the rule before it unpacks the graph for it. */
  readonly needs?: string;
  /** What the check needs loaded first; undefined where nothing is left to load. */
  readonly load?: () => Promise<unknown> | undefined;
  readonly check: Check<Graph, StackFinding, S>;
}

/** A rule over all resources together, at the end of a preview or update. */
export function stackRule<S extends Settings = Record<never, never>>(rule: StackRule<S>): Rule {
  const judge: StackValidationPolicy["validateStack"] = (args, report) => {
    const answer = rule.check(Graph.of(args.resources), configOf(rule.config ?? ({} as S), args.getConfig()));
    if (isNotApplicable(answer)) return args.notApplicable(answer.notApplicable);
    for (const { at, service, ...finding } of answer) {
      const payer = service ?? (at === undefined ? "platform" : serviceOf(at));
      report(formatFinding({ rule: rule.id, service: payer, resource: at?.name }, finding), at?.urn);
    }
  };
  const validateStack: StackValidationPolicy["validateStack"] = (args, report) => {
    const loading = rule.load?.();
    return loading === undefined ? judge(args, report) : loading.then(() => judge(args, report));
  };
  if (rule.needs !== undefined) Object.assign(validateStack, { __pulumiType: rule.needs });
  return { sentence: rule, policy: { ...policyHead(rule), validateStack } };
}
