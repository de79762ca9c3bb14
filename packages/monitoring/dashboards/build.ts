import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { DASHBOARDS } from "../model/links.ts";
import { buildPanel } from "./build-panel.ts";
import type { Page, Variable } from "./page.ts";
import { DATA_SOURCE } from "./panel-parts.ts";

/** The data source that components provision; a variable, so that the same page reads another Prometheus. */
const FIRST_SOURCE = "prometheus";
export const TAG = "pyairtable";

/** Grafana's form of a page: fixed uid, panels numbered in order, nothing that changes from run to run. */
export function buildPage(page: Page, notice: string): Dashboard {
  const { uid, title } = DASHBOARDS[page.name]!;
  let id = 0;
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(`${page.description} ${notice}`)
    .tags([TAG])
    .timezone("browser")
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: `now-${page.range}`, to: "now" })
    .refresh("1m")
    .link(otherPages())
    .variables([sourceVariable(), ...page.variables.map(queryVariable)]);
  for (const row of page.rows) {
    id += 1;
    const collapsed = row.collapsed ?? false;
    const heading = new RowBuilder(row.title).id(id).collapsed(collapsed);
    const panels = row.panels.map((panel) => {
      id += 1;
      return buildPanel(panel, id);
    });
    // The panels of a closed row lie inside it; those of an open one follow it.
    if (collapsed) for (const panel of panels) heading.withPanel(panel);
    builder.withRow(heading);
    if (!collapsed) for (const panel of panels) builder.withPanel(panel);
  }
  return builder.build();
}

/** A menu of all pages, keeping the time and what is chosen. */
function otherPages(): DashboardLinkBuilder {
  return new DashboardLinkBuilder("Pages")
    .type(DashboardLinkType.Dashboards)
    .tags([TAG])
    .asDropdown(true)
    .includeVars(true)
    .keepTime(true);
}

function sourceVariable(): DatasourceVariableBuilder {
  return new DatasourceVariableBuilder("datasource")
    .label("Data source")
    .type("prometheus")
    .current({ text: FIRST_SOURCE, value: FIRST_SOURCE });
}

function queryVariable({ name, title, metric, label, first }: Variable): QueryVariableBuilder {
  const all = first === null;
  return new QueryVariableBuilder(name)
    .label(title)
    .datasource(DATA_SOURCE)
    .query({ query: `label_values(${metric}, ${label})`, refId: "variable" })
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(all)
    .includeAll(all)
    .current(all ? { text: ["All"], value: ["$__all"] } : { text: first, value: first });
}
