import { PanelBuilder as BarsBuilder } from "@grafana/grafana-foundation-sdk/bargauge";
import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import type { Panel as GrafanaPanel } from "@grafana/grafana-foundation-sdk/dashboard";
import {
  PanelBuilder as HeatmapBuilder,
  HeatmapColorMode,
  HeatmapColorOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/heatmap";
import { DataqueryBuilder, PromQueryFormat } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as LinesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import { buildTable } from "./build-table.ts";
import type { Panel, Query } from "./page.ts";
import { common, DATA_SOURCE, refId, wordMapping } from "./panel-parts.ts";

const LAST = new ReduceDataOptionsBuilder().calcs(["lastNotNull"]);

export function buildPanel(panel: Panel, id: number): Builder<GrafanaPanel> {
  switch (panel.kind) {
    case "stat":
      return buildStat(panel, id);
    case "lines":
      return buildLines(panel, id);
    case "bars":
      return withQueries(common(new BarsBuilder(), panel, id), panel.queries, "instant")
        .orientation(VizOrientation.Horizontal)
        .reduceOptions(LAST);
    case "heatmap":
      return buildHeatmap(panel, id);
    case "table":
      return buildTable(panel, id);
  }
}

interface QueryBuilder {
  withTarget(target: DataqueryBuilder): this;
}

function withQueries<T extends QueryBuilder>(
  builder: T,
  queries: readonly Query[],
  how: "instant" | "range",
  format: PromQueryFormat = PromQueryFormat.TimeSeries,
): T {
  for (const [index, { expr, legend }] of queries.entries()) {
    const query = new DataqueryBuilder().refId(refId(index)).datasource(DATA_SOURCE).expr(expr).format(format);
    builder.withTarget((how === "instant" ? query.instant() : query.range()).legendFormat(legend));
  }
  return builder;
}

function buildStat(panel: Extract<Panel, { kind: "stat" }>, id: number): StatBuilder {
  const builder = withQueries(common(new StatBuilder(), panel, id), panel.queries, "instant")
    .reduceOptions(LAST)
    .graphMode(BigValueGraphMode.None)
    .colorMode(panel.steps === undefined ? BigValueColorMode.None : BigValueColorMode.Value)
    .textMode(
      panel.queries.some(({ legend }) => legend !== "") ? BigValueTextMode.ValueAndName : BigValueTextMode.Value,
    );
  return panel.words === undefined ? builder : builder.mappings([wordMapping(panel.words)]);
}

function buildLines(panel: Extract<Panel, { kind: "lines" }>, id: number): LinesBuilder {
  const builder = withQueries(common(new LinesBuilder(), panel, id), panel.queries, "range")
    .lineWidth(1)
    .fillOpacity(panel.stacked ? 30 : 0)
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  if (panel.stacked) builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group("all"));
  if (panel.steps !== undefined)
    builder.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Line));
  return builder;
}

function buildHeatmap(panel: Extract<Panel, { kind: "heatmap" }>, id: number): HeatmapBuilder {
  return withQueries(common(new HeatmapBuilder(), panel, id), panel.queries, "range", PromQueryFormat.Heatmap)
    .calculate(false)
    .color(new HeatmapColorOptionsBuilder().mode(HeatmapColorMode.Scheme).scheme("Blues").steps(32));
}
