import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, stackRelease, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { scrapeIntervalBounded } from "./scrape-interval-bounded.ts";

const task = (global?: string, job?: string) =>
  watchTasks((watched) => {
    watched.prometheus = {
      global: { scrape_interval: global },
      scrape_configs: [{ job_name: "services", scrape_interval: job }],
    };
  });
const release = (scrapeInterval: unknown) => stackRelease({ prometheus: { prometheusSpec: { scrapeInterval } } });

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => {
    watched.prometheus.scrape_configs[0].scrape_interval = "1s";
  });

testRule(scrapeIntervalBounded, {
  config: { minSeconds: 10, maxSeconds: 60 },
  passes: { "half a minute": task("30s"), "a minute for one": task("30s", "1m"), "a chart": release("30s") },
  fails: {
    "every second": [task("1s"), /1 s/],
    "one job every five minutes": [task("30s", "5m"), /300 s/],
    "no interval": [task(), /nothing/],
    "a word that is none": [task("often"), /NaN/],
    "a chart that says nothing": [stackRelease({ prometheus: { prometheusSpec: {} } }), /10 to 60/],
  },
  unknown: release(UNKNOWN),
  mutant,
});
