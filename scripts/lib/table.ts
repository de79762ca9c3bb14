import Table from "cli-table3";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** A plain table for terminals and logs: no colours, one rule below the head. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): string {
  const blank = Object.fromEntries(
    ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"].map((k) => [
      k,
      "",
    ]),
  );
  const table = new Table({
    head: columns.map(({ title }) => title),
    colAligns: columns.map(({ align }) => align ?? "left"),
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
    chars: { ...blank, left: "", "left-mid": "", right: "", "right-mid": "", middle: "  ", mid: "─", "mid-mid": "──" },
  });
  table.push(...rows.map((row) => row.map(String)));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}
