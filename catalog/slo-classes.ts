import table from "./data/slo-classes.json" with { type: "json" };

export type SloClassName = keyof typeof table.classes;

export interface SloClass {
  /** Share of good requests in 30 days, 0 to 1. */
  readonly availability: number;
  readonly latencyP95Ms: number;
}

export const SLO_CLASSES: Readonly<Record<string, SloClass>> = table.classes;

export const SLO_CLASS_NAMES: readonly string[] = Object.keys(SLO_CLASSES);

/** The class of that name, or undefined. */
export function sloClassNamed(name: string): SloClass | undefined {
  return Object.hasOwn(SLO_CLASSES, name) ? SLO_CLASSES[name] : undefined;
}
