import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import {
  MappingType,
  ThresholdsConfigBuilder,
  ThresholdsMode,
  type ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { type Panel, type Step, UNITS } from "./page.ts";

export const DATA_SOURCE = { type: "prometheus", uid: "${datasource}" } as const;

/** A, B, … as Grafana counts. */
export const refId = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);

/** What every kind of panel builder has. */
interface CommonBuilder {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  datasource(source: { type: string; uid: string }): this;
  height(rows: number): this;
  span(columns: number): this;
  unit(unit: string): this;
  decimals(decimals: number): this;
  min(min: number): this;
  max(max: number): this;
  noValue(text: string): this;
  thresholds(thresholds: Builder<ReturnType<ThresholdsConfigBuilder["build"]>>): this;
}

/** Title, text, size, unit, colours. */
export function common<T extends CommonBuilder>(builder: T, panel: Panel, id: number): T {
  builder
    .id(id)
    .title(panel.title)
    .description(panel.description)
    .datasource(DATA_SOURCE)
    .height(panel.height)
    .span(panel.width)
    .unit(UNITS[panel.unit]);
  if (panel.decimals !== undefined) builder.decimals(panel.decimals);
  if (panel.min !== undefined) builder.min(panel.min);
  if (panel.max !== undefined) builder.max(panel.max);
  if (panel.whenEmpty !== undefined) builder.noValue(panel.whenEmpty);
  if (panel.steps !== undefined) builder.thresholds(thresholds(panel.steps));
  return builder;
}

export function thresholds(steps: readonly Step[]): ThresholdsConfigBuilder {
  // Grafana's first step has no value: it reaches down to minus infinity.
  const [first, ...rest] = steps;
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([
      { value: null, color: first?.color ?? "green" },
      ...rest.map(({ from, color }) => ({ value: from, color })),
    ]);
}

export function wordMapping(words: Readonly<Record<string, string>>): ValueMapping {
  const options = Object.fromEntries(Object.entries(words).map(([value, text], index) => [value, { text, index }]));
  return { type: MappingType.ValueToText, options };
}
