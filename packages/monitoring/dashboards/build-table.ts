import { TableSortByFieldStateBuilder } from "@grafana/grafana-foundation-sdk/common";
import { DashboardLinkBuilder } from "@grafana/grafana-foundation-sdk/dashboard";
import { DataqueryBuilder, PromQueryFormat } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as TableBuilder } from "@grafana/grafana-foundation-sdk/table";
import { DASHBOARDS } from "../model/links.ts";
import { type Column, type TablePanel, UNITS } from "./page.ts";
import { common, DATA_SOURCE, refId, thresholds, wordMapping } from "./panel-parts.ts";
import { columnQuery } from "./table-query.ts";

/** One row a set of labels, one query a column, joined by Grafana. */
export function buildTable(panel: TablePanel, id: number): TableBuilder {
  const builder = common(new TableBuilder(), panel, id).filterable(true);
  for (const [index, column] of panel.columns.entries()) {
    builder.withTarget(
      new DataqueryBuilder()
        .refId(refId(index))
        .datasource(DATA_SOURCE)
        .expr(columnQuery(panel, column))
        .format(PromQueryFormat.Table)
        .instant(),
    );
  }
  builder.withTransformation({ id: "merge", options: {} }).withTransformation(organize(panel));
  const sorted = panel.sortBy ?? Object.values(panel.by)[0]!;
  builder.sortBy([new TableSortByFieldStateBuilder().displayName(sorted).desc(panel.sortBy !== undefined)]);
  for (const column of panel.columns) builder.overrideByName(column.title, properties(column));
  const service = panel.by.service;
  if (service !== undefined) builder.overrideByName(service, [{ id: "links", value: [serviceLink()] }]);
  return builder;
}

/** Titles in place of labels and `Value #A`; no time. A single query's value has no letter. */
function organize({ by, columns }: TablePanel) {
  const labels = Object.entries(by);
  const value = (index: number) => (columns.length === 1 ? "Value" : `Value #${refId(index)}`);
  return {
    id: "organize",
    options: {
      excludeByName: { Time: true },
      indexByName: Object.fromEntries([
        ...labels.map(([label], index) => [label, index]),
        ...columns.map((_, index) => [value(index), labels.length + index]),
      ]),
      renameByName: Object.fromEntries([...labels, ...columns.map(({ title }, index) => [value(index), title])]),
    },
  };
}

function properties({ unit, steps, decimals, words }: Column) {
  return [
    { id: "unit", value: UNITS[unit] },
    ...(decimals === undefined ? [] : [{ id: "decimals", value: decimals }]),
    ...(words === undefined ? [] : [{ id: "mappings", value: [wordMapping(words)] }]),
    ...(steps === undefined
      ? []
      : [
          { id: "thresholds", value: thresholds(steps).build() },
          { id: "custom.cellOptions", value: { type: "color-text" } },
        ]),
  ];
}

/** Opens the service's page at the same time. */
function serviceLink() {
  return new DashboardLinkBuilder("Open the service")
    .url(`/d/${DASHBOARDS.service!.uid}?var-service=\${__value.text}&\${__url_time_range}`)
    .build();
}
