import type { DashboardName } from "../alerts/alert.ts";

/** One dashboard in plain values; `build.ts` makes Grafana's form of it. */
export interface Page {
  readonly name: DashboardName;
  readonly description: string;
  /** Of the first view: `now-<range>`. */
  readonly range: "1h" | "6h" | "1d" | "7d" | "14d" | "30d";
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
}

/** Values of a label, chosen at the top of the page; queries name it `$<name>`. */
export interface Variable {
  readonly name: string;
  readonly title: string;
  /** `label_values(metric, label)`. */
  readonly metric: string;
  readonly label: string;
  /** Chosen first; null is all of them, and several may be chosen then. */
  readonly first: string | null;
}

export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
  /** Closed at first: for detail that few look for. */
  readonly collapsed?: boolean;
}

/** Units by Grafana's names. */
export const UNITS = {
  ratio: "percentunit",
  seconds: "s",
  bytes: "bytes",
  gibibytes: "gbytes",
  usd: "currencyUSD",
  perSecond: "cps",
  count: "none",
  short: "short",
  days: "d",
  vcpu: "suffix: vCPU",
  times: "suffix:×",
  yesNo: "bool_yes_no",
} as const;
export type Unit = keyof typeof UNITS;

interface AnyPanel {
  readonly title: string;
  /** What it shows and what to make of it. */
  readonly description: string;
  readonly unit: Unit;
  /** Of 24 columns. */
  readonly width: number;
  /** Grid rows. */
  readonly height: number;
  /** Shown where nothing is found; a panel without it always has data. */
  readonly whenEmpty?: string;
  readonly decimals?: number;
  readonly steps?: readonly Step[];
  /** Fixed ends of the axis. */
  readonly min?: number;
  readonly max?: number;
}

/** From `from` on, the colour. */
export interface Step {
  readonly from: number;
  readonly color: "green" | "orange" | "red" | "blue";
}

export interface Query {
  readonly expr: string;
  /** With `{{label}}`. */
  readonly legend: string;
}

export interface Column {
  readonly title: string;
  readonly expr: string;
  readonly unit: Unit;
  readonly steps?: readonly Step[];
  readonly decimals?: number;
  /** Words in place of values. */
  readonly words?: Readonly<Record<string, string>>;
}

export interface StatPanel extends AnyPanel {
  readonly kind: "stat";
  readonly queries: readonly Query[];
  readonly words?: Readonly<Record<string, string>>;
}

export interface LinesPanel extends AnyPanel {
  readonly kind: "lines";
  readonly queries: readonly Query[];
  readonly stacked: boolean;
}

export interface BarsPanel extends AnyPanel {
  readonly kind: "bars";
  readonly queries: readonly Query[];
}

export interface HeatmapPanel extends AnyPanel {
  readonly kind: "heatmap";
  readonly queries: readonly Query[];
}

export interface TablePanel extends AnyPanel {
  readonly kind: "table";
  /** Labels that name a row, with their titles. */
  readonly by: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  /** Title of the column to sort by, largest first; default: the first label. */
  readonly sortBy?: string;
}

export type Panel = StatPanel | LinesPanel | BarsPanel | HeatmapPanel | TablePanel;
