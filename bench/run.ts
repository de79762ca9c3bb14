/** `npm run bench`: preview time and memory at several sizes of the catalog, beside `cdk synth` of the same plan. */
import { figures, type Sample } from "./lib/figures.ts";
import { installCdk } from "./lib/install-cdk.ts";
import { type BenchOptions, readOptions, USAGE } from "./lib/options.ts";
import { CDK, PULUMI, type Side } from "./lib/sides.ts";
import { benchTable, type SizeResult } from "./lib/table.ts";
import { makeWorkspace, type Workspace } from "./lib/workspace.ts";

let options: BenchOptions;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exit(2);
}

const sides = options.alone ? [PULUMI] : [PULUMI, CDK];
if (!options.alone) installCdk();
const results: SizeResult[] = [];
for (const copies of options.sizes) results.push(await measureSize(makeWorkspace(copies), sides, options.runs));
console.log(benchTable(results));
console.log(`medians of ${options.runs} runs, sides in turn, caches warm; ratio is Pulumi to CDK, below 1 is better`);

/** A warm-up of each side, then the sides in turn, so that a busy moment of the machine meets both. */
async function measureSize(workspace: Workspace, measured: readonly Side[], runs: number): Promise<SizeResult> {
  const samples = new Map<string, Sample[]>(measured.map(({ name }) => [name, []]));
  for (let run = 0; run <= runs; run++) {
    for (const side of measured) {
      const { seconds, peakMiB, resources } = await side.run(workspace);
      const label = run === 0 ? "warm-up" : `run ${run} of ${runs}`;
      console.log(`${workspace.copies}x ${side.name}, ${label}: ${seconds.toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`);
      if (run > 0) samples.get(side.name)!.push({ seconds, peakMiB, resources });
    }
  }
  return {
    copies: workspace.copies,
    services: workspace.services,
    sides: measured.map(({ name }) => ({ name, figures: figures(samples.get(name)!) })),
  };
}
