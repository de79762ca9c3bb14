/**
 * `npm run lab:kill [-- --points 20 --seed 1 --jobs 2]`: kill -9 of the engine at random points of
 * `up --stack dev`; the next `up` has to converge each time. One line a point, a verdict line, exit 1 on any failure.
 */
import { parseArgs } from "node:util";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { killPoint } from "./point.ts";
import { countResources } from "./size.ts";

const { values } = parseArgs({
  options: {
    points: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "2" },
  },
});
const points = wholeNumber("points", values.points);
const seed = wholeNumber("seed", values.seed);
const jobs = wholeNumber("jobs", values.jobs);

const total = await countResources();
process.stdout.write(`lab:kill: ${points} points over ${total} resources of dev, seed ${seed}, ${jobs} at a time\n`);
const random = xoroshiro128plus(seed);
const thresholds = Array.from({ length: points }, () => uniformInt(random, 1, total - 1));
let next = 0;
let failed = 0;

async function worker(): Promise<void> {
  while (next < points) {
    const index = next++;
    const result = await killPoint(thresholds[index] as number);
    if (result.problems.length > 0) failed++;
    const verdict = result.problems.length === 0 ? "converged" : `FAILED: ${result.problems.slice(0, 5).join("; ")}`;
    process.stdout.write(
      `  ${String(index + 1).padStart(2)}/${points} killed after ${result.killedAfter} created, ${result.pendingAfterKill} pending: ${verdict}\n`,
    );
  }
}
await Promise.all(Array.from({ length: jobs }, worker));
process.stdout.write(
  `lab:kill verdict: ${points - failed} of ${points} converged${failed === 0 ? ", nothing orphaned" : ""}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  process.stderr.write(`lab:kill: --${name}: got ${JSON.stringify(text)}, wanted a whole number of 1 or more\n`);
  process.exit(2);
}
