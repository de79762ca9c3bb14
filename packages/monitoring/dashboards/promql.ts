import type { Variable } from "./page.ts";

/** Choice of one service: `service="$service"` in queries. */
export const serviceVariable = (first: string): Variable => ({
  name: "service",
  title: "Service",
  metric: "service:info",
  label: "service",
  first,
});

/** Series of the chosen service. */
export const chosen = (series: string, more = "") => `${series}{service="$service"${more === "" ? "" : `, ${more}`}}`;

/** A sum that is nothing where it is zero, as a number. */
export const orZero = (expr: string) => `(${expr}) or vector(0)`;

/** Alerts that fire, but for the one that always does. */
export const FIRING = 'ALERTS{alertstate="firing", alertname!="Watchdog"}';
