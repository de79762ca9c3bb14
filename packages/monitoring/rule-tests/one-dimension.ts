import type { Runtime } from "@pyairtable/plan";
import usage from "../data/usage.json" with { type: "json" };
import type { ExpressionCase, Input, Suite } from "./case.ts";

const GIB = 1024 ** 3;
const MINUTES = 40;
const OVER = "service:overprovisioned:bool";
const { cpu, memory } = usage;

/** Use in shares of the size: CPU's p99 and memory's maximum. */
interface Used {
  readonly cpu: number;
  readonly memory: number;
}

/** A service beside those of the fixture, so that no rule writes its constants, and what two weeks say of it. */
interface Sized {
  readonly runtime: Runtime;
  readonly vcpu: number;
  readonly gib: number;
}

const POD: Sized = { runtime: "kubernetes", vcpu: 0.25, gib: 2 };
const TASK: Sized = { runtime: "ecs", vcpu: 1, gib: 8 };
const SMALL_TASK: Sized = { runtime: "ecs", vcpu: 0.25, gib: 2 };

const of = (name: string, labels: string, values: string): Input => [`${name}{service="other"${labels}}`, values];
/** Each use for some minutes, the last to the end. */
const stepped = (times: readonly [minutes: number, Used][], value: (used: Used) => number) =>
  times.map(([minutes, used]) => `${value(used)}+0x${minutes - 1}`).join(" ");

function inputOf({ runtime, vcpu, gib }: Sized, ...times: readonly [minutes: number, Used][]): Input[] {
  const steady = (value: number) => `${value}+0x${MINUTES}`;
  const needs = (name: string, value: (used: Used) => number) => of(name, "", stepped(times, value));
  return [
    of("service:info", `, runtime="${runtime}"`, steady(1)),
    of("service:size_cpu:vcpu", "", steady(vcpu)),
    of("service:size_memory:bytes", "", steady(gib * GIB)),
    of("service:limit_cpu:vcpu", "", steady(16)),
    of("service:limit_memory:bytes", "", steady(120 * GIB)),
    of("service:usage_history:bool", "", steady(1)),
    needs("service:cpu_utilisation:p99_2w", (used) => used.cpu),
    needs("service:memory_utilisation:max_2w", (used) => used.memory),
    needs("service:needed_cpu:vcpu_stay", (used) => (used.cpu * vcpu) / cpu.headroom),
    needs("service:needed_cpu:vcpu_enter", (used) => (used.cpu * vcpu) / cpu.overEnterHeadroom),
    needs("service:needed_memory:gib_stay", (used) => used.memory * gib * memory.factor),
    needs("service:needed_memory:gib_enter", (used) => used.memory * gib * memory.overEnterFactor),
  ];
}

const always = (used: Used): [number, Used] => [MINUTES, used];
const judged = (says: string, input: Input[], value: number, atMinutes = 15): ExpressionCase => ({
  says,
  input,
  atMinutes,
  expr: OVER,
  gives: [{ labels: { __name__: OVER, service: "other" }, value }],
});

/** Where it is called too large, the recommended size: no larger than what it has. */
const recommended = (says: string, input: Input[], size: Omit<Sized, "runtime"> | null): ExpressionCase => ({
  says,
  input,
  atMinutes: 15,
  expr:
    `(label_replace(service:recommended_cpu:vcpu, "of", "cpu", "", "") or ` +
    `label_replace(service:recommended_memory:gib, "of", "memory", "", "")) and on (service) ${OVER} == 1`,
  gives:
    size === null
      ? []
      : [
          { labels: { __name__: "service:recommended_cpu:vcpu", service: "other", of: "cpu" }, value: size.vcpu },
          { labels: { __name__: "service:recommended_memory:gib", service: "other", of: "memory" }, value: size.gib },
        ],
});

/** A step of memory less has the room to stay (15%), not that to enter (25%). */
const middle = (share: number): Used => ({ cpu: share, memory: 0.82 });

/** Entering asks more room of what shrinks, and of nothing else. */
export const oneDimensionSuite: Suite = {
  name: "one-dimension",
  files: ["constants", "usage"],
  stepSeconds: 60,
  cases: [
    recommended("a pod with twice its memory, CPU at 76%", inputOf(POD, always({ cpu: 0.76, memory: 0.38 })), {
      vcpu: 0.25,
      gib: 0.875,
    }),
    recommended("a pod with twice its CPU, memory at 84%", inputOf(POD, always({ cpu: 0.35, memory: 0.84 })), {
      vcpu: 0.15,
      gib: 1.9375,
    }),
    recommended("a task with twice its memory, CPU at 78%", inputOf(SMALL_TASK, always({ cpu: 0.78, memory: 0.38 })), {
      vcpu: 0.25,
      gib: 1,
    }),
    recommended(
      "a task whose CPU may shrink beside its memory at 85%",
      inputOf({ runtime: "ecs", vcpu: 1, gib: 4 }, always({ cpu: 0.3, memory: 0.85 })),
      { vcpu: 0.5, gib: 4 },
    ),
    judged(
      "CPU does not shrink by memory that has enough room only: 1 vCPU and 5 GiB to 0.5 and 4",
      inputOf({ runtime: "ecs", vcpu: 1, gib: 5 }, always({ cpu: 0.1, memory: 0.69 })),
      0,
    ),
    recommended(
      "both shrink or none does: 8 vCPU and 32 GiB to 4 and 30",
      inputOf({ runtime: "ecs", vcpu: 8, gib: 32 }, always({ cpu: 0.3, memory: 0.74 })),
      { vcpu: 4, gib: 28 },
    ),
    judged("CPU that stays is full enough at 79%", inputOf(POD, always({ cpu: 0.79, memory: 0.38 })), 1),
    recommended("… and would have to grow at 82%", inputOf(POD, always({ cpu: 0.82, memory: 0.38 })), null),
    recommended("memory would have to grow at 88%", inputOf(POD, always({ cpu: 0.1, memory: 0.88 })), null),
    recommended("a task's memory would have to grow", inputOf(SMALL_TASK, always({ cpu: 0.1, memory: 0.89 })), null),
    recommended("a task's CPU would have to grow", inputOf(TASK, always({ cpu: 0.85, memory: 0.2 })), null),
    judged("memory one step less by enough room only does not enter", inputOf(POD, always(middle(0.76))), 0),
    judged("… and stays, once it entered", inputOf(POD, [5, { cpu: 0.76, memory: 0.7 }], always(middle(0.76))), 1),
    judged(
      "… while CPU goes from 79% to 71% and back",
      inputOf(POD, [5, { cpu: 0.79, memory: 0.7 }], [5, middle(0.71)], always(middle(0.79))),
      1,
      20,
    ),
    judged(
      "leaves when it shrinks no more, and does not come back at once",
      inputOf(POD, [5, { cpu: 0.76, memory: 0.7 }], [5, { cpu: 0.76, memory: 0.86 }], always(middle(0.76))),
      0,
      20,
    ),
  ],
};
