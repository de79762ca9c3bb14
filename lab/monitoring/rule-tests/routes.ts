import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { routeTestFiles } from "@pyairtable/monitoring/rule-tests";
import { runTool } from "./tools.ts";

export interface RouteResult {
  readonly cases: number;
  readonly failures: readonly string[];
}

/** `amtool check-config`, then `amtool config routes test` for each alert and owner. */
export async function testRoutes(amtool: string): Promise<RouteResult> {
  const folder = mkdtempSync(join(tmpdir(), "pyairtable-routes-"));
  try {
    const { config, cases } = routeTestFiles();
    writeFileSync(join(folder, config.name), config.content);
    const checked = await runTool(amtool, ["check-config", config.name], folder);
    const failures = checked.ok ? [] : [checked.output.trim()];
    for (const { labels, receiver } of cases) {
      const matchers = Object.entries(labels).map(([label, value]) => `${label}=${value}`);
      const args = ["config", "routes", "test", `--config.file=${config.name}`, `--verify.receivers=${receiver}`];
      const { ok, output } = await runTool(amtool, [...args, ...matchers], folder);
      if (!ok) failures.push(`${matchers.join(" ")}: wanted ${receiver}, got ${output.trim()}`);
    }
    return { cases: cases.length + 1, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
