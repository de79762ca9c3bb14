import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { readLedger } from "@pyairtable/ledger";
import { type IsolatedSandbox, isolatedSandbox } from "../support/isolated-sandbox.ts";
import { engineOf } from "../support/processes.ts";

const UP = ["up", "--stack", "dev", "--yes", "--skip-preview", "--non-interactive"];

export interface PointResult {
  /** Resources in the cloud when the engine was killed; -1 where it ended before the kill. */
  readonly killedAfter: number;
  readonly pendingAfterKill: number;
  readonly problems: readonly string[];
}

/**
 * Kills the engine with SIGKILL once the cloud holds `threshold` resources, runs `up` again and checks that
 * the second run converges: exit 0, nothing pending, state and cloud hold the same ids, a preview sees no change.
 */
export async function killPoint(threshold: number): Promise<PointResult> {
  const sandbox = isolatedSandbox("kill");
  try {
    const killedAfter = await killDuringUp(sandbox, threshold);
    const pendingAfterKill = sandbox.checkpoint("pyairtable", "dev")?.pending_operations?.length ?? 0;
    const problems = await converge(sandbox);
    if (killedAfter < 0)
      problems.push(`the engine ended before it had made ${threshold} resources: nothing was killed`);
    return { killedAfter, pendingAfterKill, problems };
  } finally {
    sandbox.remove();
  }
}

async function killDuringUp(sandbox: IsolatedSandbox, threshold: number): Promise<number> {
  const { child, result } = sandbox.start(UP);
  let ended = false;
  result.then(() => {
    ended = true;
  });
  while (!ended) {
    const made = ledgerLines(sandbox.ledgerPath);
    const engine = made >= threshold ? engineOf(child.pid as number) : undefined;
    if (engine !== undefined) {
      process.kill(engine.pid, "SIGKILL");
      await result;
      return made;
    }
    await sleep(5);
  }
  return -1;
}

function ledgerLines(path: string): number {
  try {
    return readFileSync(path, "utf8").split("\n").length - 1;
  } catch {
    return 0;
  }
}

async function converge(sandbox: IsolatedSandbox): Promise<string[]> {
  const problems: string[] = [];
  const again = await sandbox.run(UP);
  if (again.code !== 0) problems.push(`second up: exit ${again.code}: ${again.output.slice(-600)}`);
  const state = sandbox.checkpoint("pyairtable", "dev");
  if ((state?.pending_operations?.length ?? 0) > 0) problems.push("operations are still pending after the second up");
  problems.push(...compare(sandbox));
  const preview = await sandbox.run(["preview", "--stack", "dev", "--expect-no-changes", "--non-interactive"]);
  if (preview.code !== 0)
    problems.push(`preview --expect-no-changes: exit ${preview.code}: ${preview.output.slice(-600)}`);
  return problems;
}

/** Ids in the cloud that no state knows (orphans), and ids in the state that the cloud lacks (ghosts). */
export function compare(sandbox: IsolatedSandbox, project = "pyairtable", stack = "dev"): string[] {
  const known = new Set<string>();
  for (const resource of sandbox.checkpoint(project, stack)?.resources ?? []) {
    if (resource.custom && resource.id && !resource.type.startsWith("pulumi:"))
      known.add(`${resource.type} ${resource.id}`);
  }
  const live = new Set(readLedger(sandbox.ledgerPath).map((entry) => `${entry.type} ${entry.id}`));
  const orphans = [...live].filter((id) => !known.has(id)).map((id) => `orphan in the cloud: ${id}`);
  const ghosts = [...known].filter((id) => !live.has(id)).map((id) => `in the state only: ${id}`);
  return [...orphans, ...ghosts];
}
