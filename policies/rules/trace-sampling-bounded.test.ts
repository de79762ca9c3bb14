import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { traceSamplingBounded } from "./trace-sampling-bounded.ts";

const pipelines = (exporter: string) => ({ pipelines: { traces: { exporters: [exporter] } } });
const share = (sampling_percentage: number) => ({ type: "probabilistic", probabilistic: { sampling_percentage } });
const config = (policies: object[], exporter = "otlp_grpc") => ({
  processors: { tail_sampling: { policies } },
  service: pipelines(exporter),
});
const task = (collector: object) => watchTasks((watched) => Object.assign(watched, { collector }));
const set = (value: unknown) =>
  resource("kubernetes:apps/v1:StatefulSet", {
    spec: { template: { spec: { containers: [{ name: "c", env: [{ name: "AOT_CONFIG_CONTENT", value }] }] } } },
  });
const errors = { type: "status_code" };

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => {
    watched.collector = config([errors, share(100)]);
  });

testRule(traceSamplingBounded, {
  config: { maxPercent: 25 },
  passes: {
    "five percent": task(config([errors, share(5)])),
    "no traces": task(config([], "debug")),
    "a cluster's": set(JSON.stringify(config([errors, share(5)]))),
    "another set": resource("kubernetes:apps/v1:StatefulSet", { spec: {} }),
  },
  fails: {
    "every trace": [task(config([errors, share(100)])), /100%/],
    "every trace by another word": [set(JSON.stringify(config([errors, { type: "always_sample" }]))), /100%/],
    "no sampling": [task({ service: pipelines("otlp_grpc") }), /at most 25%/],
    "errors sampled too": [task(config([share(5)])), /traces with an error/],
  },
  unknown: set(UNKNOWN),
  mutant,
});
