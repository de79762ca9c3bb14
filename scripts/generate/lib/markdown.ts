/** A table whose cells cannot break it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Rows by the value of `key`, in order of their first appearance. */
export function groupedBy<T>(rows: readonly T[], key: (row: T) => string): readonly [string, readonly T[]][] {
  return [...Map.groupBy(rows, key)];
}
