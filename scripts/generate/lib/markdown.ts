/** A table whose cells cannot break it, its columns as wide as the formatter makes them. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((text, column) => text.padEnd(widths[column]!)).join(" | ")} |`;
  const rule = line(widths.map((width) => "-".repeat(width)));
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join("\n");
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Rows by the value of `key`, in order of their first appearance. */
export function groupedBy<T>(rows: readonly T[], key: (row: T) => string): readonly [string, readonly T[]][] {
  return [...Map.groupBy(rows, key)];
}
