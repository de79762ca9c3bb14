import { existsSync, readdirSync, readFileSync } from "node:fs";

const SUFFIX = ".generated.json";

/**
 * Grafana's dashboards of a stack by name, as `npm run generate` wrote them; none where it has not run for this stack,
 * which the component refuses with that advice.
 */
export function dashboardsOf(stack: string): Readonly<Record<string, string>> {
  const folder = new URL(`../monitoring/generated/${stack}/dashboards/`, import.meta.url);
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -SUFFIX.length), readFileSync(new URL(file, folder), "utf8")]),
  );
}
