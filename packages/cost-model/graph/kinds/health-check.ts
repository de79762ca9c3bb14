import { healthCheckLines } from "../../monitoring-lines.ts";
import { numberAt, textAt, valueAt } from "../read-props.ts";
import type { GraphKind } from "../types.ts";

const FAST_SECONDS = 10;

/** An endpoint within AWS, and each option: HTTPS, a string to find, a fast interval, latency. */
export const healthCheck: GraphKind = {
  types: ["aws:route53/healthCheck:HealthCheck"],
  price: ({ props }, { book }) => {
    const type = textAt(props, "type") ?? "";
    const options = [
      type.startsWith("HTTPS"),
      type.endsWith("STR_MATCH"),
      numberAt(props, "requestInterval") === FAST_SECONDS,
      valueAt(props, "measureLatency") === true,
    ];
    return healthCheckLines(book, options.filter(Boolean).length);
  },
};
