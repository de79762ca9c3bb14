import { type Content, html, type Markup } from "./template.ts";

export interface Column<Row> {
  readonly title: Content;
  readonly cell: (row: Row) => Content;
  /** Numbers stand right in tabular figures; `wide` holds a picture; `prose` may break into lines. */
  readonly kind?: "text" | "number" | "wide" | "prose";
}

export interface TableOptions<Row> {
  readonly id: string;
  readonly caption: string;
  /** Marks a row that needs a look. */
  readonly open?: (row: Row) => boolean;
  /** Last row, a cell a column. */
  readonly total?: readonly Content[];
}

/** A table whose first column names the row. It scrolls by itself where it is wider than the page. */
export function dataTable<Row>(
  { id, caption, open, total }: TableOptions<Row>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Markup {
  const kind = (index: number) => columns[index]!.kind ?? "text";
  return html`<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
<table id="${id}"><caption id="${id}-caption">${caption}</caption>
<thead><tr>${columns.map(({ title }, index) => html`<th scope="col" class="${kind(index)}">${title}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr${open?.(row) === true ? html` class="open"` : null}>${columns.map(({ cell }, index) =>
      index === 0
        ? html`<th scope="row" class="${kind(index)}">${cell(row)}</th>`
        : html`<td class="${kind(index)}">${cell(row)}</td>`,
    )}</tr>
`,
  )}</tbody>${total === undefined ? null : foot(total, kind)}
</table></div>
`;
}

const foot = (total: readonly Content[], kind: (index: number) => string) =>
  html`
<tfoot><tr>${total.map((cell, index) =>
    index === 0
      ? html`<th scope="row" class="${kind(index)}">${cell}</th>`
      : html`<td class="${kind(index)}">${cell}</td>`,
  )}</tr></tfoot>`;
