/**
 * `npm run lab:kill [-- --points 20 --seed 1]`: kill -9 of the engine at random points of `up --stack dev`;
 * the next `up` has to converge each time. One line a point, a verdict line, exit 1 on any failure.
 */
import { parseArgs } from "node:util";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { killPoint } from "./point.ts";
import { countResources } from "./size.ts";

const { values } = parseArgs({
  options: { points: { type: "string", default: "20" }, seed: { type: "string", default: "1" } },
});
const points = Number(values.points);
const random = xoroshiro128plus(Number(values.seed));

const total = await countResources();
process.stdout.write(`lab:kill: ${points} points over ${total} resources of dev, seed ${values.seed}\n`);
let failed = 0;
for (let i = 1; i <= points; i++) {
  const result = await killPoint(uniformInt(random, 1, total - 1));
  if (result.problems.length > 0) failed++;
  const verdict = result.problems.length === 0 ? "converged" : `FAILED: ${result.problems.slice(0, 5).join("; ")}`;
  process.stdout.write(
    `  ${String(i).padStart(2)}/${points} killed after ${result.killedAfter} created, ${result.pendingAfterKill} pending: ${verdict}\n`,
  );
}
process.stdout.write(`lab:kill verdict: ${points - failed} of ${points} converged, nothing orphaned\n`);
process.exitCode = failed === 0 && points > 0 ? 0 : 1;
