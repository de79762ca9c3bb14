import { readdirSync, readFileSync } from "node:fs";

const PAGE_KIB = 4;

/** Resident memory of a process and all that descend from it, MiB; 0 once it is gone. Linux only. */
export function treeResidentMiB(root: number): number {
  const processes = readProcesses();
  const children = Map.groupBy(processes, ({ parent }) => parent);
  let totalKib = 0;
  const waiting = processes.filter(({ pid }) => pid === root);
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    totalKib += one.residentKib;
    waiting.push(...(children.get(one.pid) ?? []));
  }
  return totalKib / 1024;
}

interface OneProcess {
  readonly pid: number;
  readonly parent: number;
  readonly residentKib: number;
}

function readProcesses(): OneProcess[] {
  return readdirSync("/proc").flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    const process = readProcess(Number(entry));
    return process === null ? [] : [process];
  });
}

/** Null for a process that ended between the listing and the reading. */
function readProcess(pid: number): OneProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything; fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const resident = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return { pid, parent: Number(fields[1]), residentKib: resident * PAGE_KIB };
  } catch {
    return null;
  }
}
