import { catalogService } from "./facts.ts";
import type { Finding } from "./message.ts";
import {
  containersOf,
  type PodContainer,
  WORKLOAD_TYPES,
  type Workload,
  workloadOf,
} from "./read/kubernetes/workloads.ts";
import { notApplicable, type ResourceRule, type Rule, resourceRule } from "./rule.ts";
import type { Sentence } from "./sentence.ts";
import { serviceOf } from "./service-of.ts";
import type { ConfigOf } from "./settings.ts";
import { type Settings, texts } from "./settings.ts";

const EXEMPT = { exempt: texts([], "Workloads, as namespace/name, that the rule passes by") };

interface PodRule<S extends Settings> extends Sentence<S> {
  /** Kinds it judges; all by default. */
  readonly kinds?: ReadonlySet<string>;
  /** `services`: only those of the catalog; what the platform itself runs is passed by. */
  readonly of?: "services";
  readonly check: (workload: Workload, config: ConfigOf<S>) => Iterable<Finding>;
}

/** A rule over the pod of each workload, whatever its kind. Workloads are exempted by name in the limits file. */
export function podRule<S extends Settings = Record<never, never>>(rule: PodRule<S>): Rule {
  const { check, kinds, of, config, ...sentence } = rule;
  const judged: ResourceRule<(typeof WORKLOAD_TYPES)[number], S & typeof EXEMPT> = {
    ...sentence,
    types: WORKLOAD_TYPES,
    config: { ...(config ?? ({} as S)), ...EXEMPT },
    check(resource, knobs) {
      const workload = workloadOf(resource);
      if (workload === undefined || kinds?.has(workload.kind) === false)
        return notApplicable("other kinds of workload");
      if (of === "services" && catalogService(serviceOf(resource)) === undefined) return notApplicable("no service");
      const { exempt } = knobs as ConfigOf<typeof EXEMPT>;
      if (exempt.includes(workload.key)) return notApplicable("exempt by the stack's limits");
      return check(workload, knobs as ConfigOf<S>);
    },
  };
  return resourceRule(judged);
}

interface ContainerRule<S extends Settings> extends Omit<PodRule<S>, "check"> {
  /** Containers it judges; all by default, init containers and sidecars with them. */
  readonly roles?: ReadonlySet<PodContainer["role"]>;
  readonly check: (container: PodContainer, config: ConfigOf<S>, workload: Workload) => Iterable<Finding>;
}

export { SERVING_KINDS } from "./read/kubernetes/workloads.ts";
export const MAIN_CONTAINERS: ReadonlySet<PodContainer["role"]> = new Set(["main"]);

/** A rule over each container of each workload. */
export function containerRule<S extends Settings = Record<never, never>>({
  check,
  roles,
  ...rule
}: ContainerRule<S>): Rule {
  return podRule<S>({
    ...rule,
    *check(workload, config) {
      for (const container of containersOf(workload.pod)) {
        if (roles?.has(container.role) === false) continue;
        yield* check(container, config, workload);
      }
    },
  });
}
