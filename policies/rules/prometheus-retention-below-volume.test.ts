import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, stackRelease, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { prometheusRetentionBelowVolume } from "./prometheus-retention-below-volume.ts";

const storageSpec = (storage: string) => ({
  volumeClaimTemplate: { spec: { resources: { requests: { storage } } } },
});
const release = (spec: object) => stackRelease({ prometheus: { prometheusSpec: spec } });
const task = (flags: string) => watchTasks((watched) => Object.assign(watched, { flags }));

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => {
    watched.flags = "--storage.tsdb.retention.time=31d";
  });

testRule(prometheusRetentionBelowVolume, {
  config: { maxShare: 0.85 },
  passes: {
    "a size on a disk that grows": task("--storage.tsdb.retention.size=9000MB"),
    "80% of a volume": release({ retentionSize: "8192MiB", storageSpec: storageSpec("10Gi") }),
  },
  fails: {
    "time alone": [task("--storage.tsdb.retention.time=31d"), /a size/],
    "the whole volume": [release({ retentionSize: "10GiB", storageSpec: storageSpec("10Gi") }), /8704 MiB/],
    "no size": [release({ storageSpec: storageSpec("10Gi") }), /8704/],
    "a size of none": [task("--storage.tsdb.retention.size=0MB"), /a size/],
  },
  unknown: release({ retentionSize: UNKNOWN, storageSpec: storageSpec("10Gi") }),
  mutant,
});
