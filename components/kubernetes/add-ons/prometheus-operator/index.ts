/** Resource types of Prometheus Operator. */
export type { PrometheusOperatorArgs, PrometheusOperatorTransform } from "./args.ts";
export { PrometheusOperator } from "./prometheus-operator.ts";
