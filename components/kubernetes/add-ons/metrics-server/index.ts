/** The resource metrics API. */
export type { MetricsServerArgs, MetricsServerTransform } from "./args.ts";
export { MetricsServer } from "./metrics-server.ts";
