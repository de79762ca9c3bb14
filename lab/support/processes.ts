import { readdirSync, readFileSync } from "node:fs";

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  /** Arguments joined by spaces. */
  readonly command: string;
}

/** Every process of this machine that can be read; Linux. */
export function processes(): ProcessInfo[] {
  const found: ProcessInfo[] = [];
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, "utf8").split("\0").join(" ").trim();
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      if (command !== "") found.push({ pid: Number(entry), parent, command });
    } catch {
      // It ended while it was being read.
    }
  }
  return found;
}

/** Processes whose environment names a folder, such as the sandbox they run for. */
export function runningFor(directory: string): ProcessInfo[] {
  return processes().filter(({ pid }) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, "utf8").includes(directory);
    } catch {
      return false;
    }
  });
}

/** The process and all below it. */
export function family(root: number, all = processes()): ProcessInfo[] {
  const members = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of all) {
      if (members.has(one.parent) && !members.has(one.pid)) {
        members.add(one.pid);
        grown = true;
      }
    }
  }
  return all.filter((one) => members.has(one.pid));
}

/** The engine among the children of a launcher; undefined before it has started. */
export function engineOf(launcher: number): ProcessInfo | undefined {
  return family(launcher).find((one) => /(^|\/)pulumi (up|destroy|refresh|preview)\b/.test(one.command));
}
