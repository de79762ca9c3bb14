import { escaped } from "../../support/escape.ts";

/** A table as an HTML fragment; cells are text. `open` marks rows that need a look. */
export function htmlTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  open: (row: number) => boolean = () => false,
): string {
  const cells = (tag: "th" | "td", row: readonly (string | number)[]) =>
    row
      .map((cell) => `<${tag}${typeof cell === "number" ? ' class="number"' : ""}>${escaped(String(cell))}</${tag}>`)
      .join("");
  const body = rows.map((row, index) => `<tr${open(index) ? ' class="open"' : ""}>${cells("td", row)}</tr>`);
  return [
    `<table><caption>${escaped(caption)}</caption>`,
    `<thead><tr>${cells("th", head)}</tr></thead>`,
    `<tbody>${body.join("\n")}</tbody></table>`,
    "",
  ].join("\n");
}
