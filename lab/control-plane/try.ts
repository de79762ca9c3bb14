/** `node lab/control-plane/try.ts [--keep]`: starts it all and says how long each part took and what it weighs. */
import { readFileSync } from "node:fs";
import { runningFor } from "../support/processes.ts";
import { ensureTools, startControlPlane, startMetricsApi, startNodeSimulator, startVpaRecommender } from "./index.ts";
import { fleet } from "./lab-objects.ts";

const keep = process.argv.includes("--keep");
let lap = performance.now();
const said = (what: string): void => {
  process.stdout.write(`${what}: ${((performance.now() - lap) / 1000).toFixed(1)} s\n`);
  lap = performance.now();
};
const residentMiB = (pid: number): number => {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return Math.round(Number(kib) / 1024);
};

const tools = await ensureTools();
said("binaries");
const plane = await startControlPlane({ tools });
try {
  said("etcd, API server, scheduler, controller manager");
  const nodes = await startNodeSimulator(plane);
  said("node simulator");
  await startMetricsApi(plane, nodes);
  said("metrics API");
  await nodes.addNodes(fleet(12));
  said("12 nodes ready");
  await startVpaRecommender(plane);
  said("VPA types and recommender");
  for (const { pid, command } of runningFor(plane.directory)) {
    process.stdout.write(`  ${command.split(" ")[0]?.split("/").at(-1)}: ${residentMiB(pid)} MiB\n`);
  }
  if (keep) {
    process.stdout.write(`KUBECONFIG=${plane.kubeconfigPath}\nlogs in ${plane.logs}\nCtrl-C ends it\n`);
    await new Promise(() => setInterval(() => {}, 60_000));
  }
} finally {
  lap = performance.now();
  await plane.stop();
  said("stop");
}
