import type { Dashboard, Panel, RowPanel } from "@grafana/grafana-foundation-sdk/dashboard";
import type { Dataquery } from "@grafana/grafana-foundation-sdk/prometheus";

/** One query of a panel as Prometheus would be asked, variables filled in. */
export interface DashboardQuery {
  /** uid. */
  readonly dashboard: string;
  readonly panel: string;
  readonly refId: string;
  readonly expr: string;
  readonly kind: "instant" | "range";
  /** Seconds that the page shows first; what a range query asks for. */
  readonly rangeSeconds: number;
  /** The panel says what it shows where nothing is found, so an empty answer is right too. */
  readonly mayBeEmpty: boolean;
}

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 } as const;

/**
 * Every query of a dashboard. `values` fill its variables (`{ service: "record-service" }`); without one, what is chosen
 * first: all values are `.*`.
 */
export function queriesOf(
  dashboard: Dashboard,
  values: Readonly<Record<string, string>> = {},
): readonly DashboardQuery[] {
  const chosen = { ...firstChoices(dashboard), ...values };
  const rangeSeconds = secondsOf(dashboard.time?.from ?? "now-6h");
  return panelsOf(dashboard).flatMap((panel) =>
    (panel.targets ?? []).map((target) => {
      const query = target as Dataquery;
      return {
        dashboard: dashboard.uid!,
        panel: panel.title ?? "",
        refId: query.refId ?? "",
        expr: fill(query.expr, chosen),
        kind: query.instant === true ? "instant" : "range",
        rangeSeconds,
        mayBeEmpty: panel.fieldConfig?.defaults.noValue !== undefined,
      };
    }),
  );
}

/** All panels, those in closed rows too. */
export function panelsOf({ panels = [] }: Dashboard): readonly Panel[] {
  return panels.flatMap((panel) => (isRow(panel) ? panel.panels : [panel]));
}

export const isRow = (panel: Panel | RowPanel): panel is RowPanel => panel.type === "row";

function firstChoices({ templating }: Dashboard): Record<string, string> {
  return Object.fromEntries(
    (templating?.list ?? []).map(({ name, current }) => {
      const value = [current?.value ?? ""].flat()[0]!;
      return [name, value === "$__all" ? ".*" : value];
    }),
  );
}

function fill(expr: string, values: Readonly<Record<string, string>>): string {
  return expr.replaceAll(/\$(\w+)/g, (whole, name: string) => values[name] ?? whole);
}

function secondsOf(from: string): number {
  const [, count, unit] = /^now-(\d+)([smhdw])$/.exec(from) ?? [];
  if (count === undefined) throw new Error(`no range in ${from}`);
  return Number(count) * SECONDS[unit as keyof typeof SECONDS];
}
