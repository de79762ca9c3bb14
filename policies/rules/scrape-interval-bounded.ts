import { PROMETHEUS_TYPES, prometheusOf } from "../read/monitoring/prometheus.ts";
import { type Finding, resourceRule } from "../rule.ts";
import { amount } from "../settings.ts";

export const scrapeIntervalBounded = resourceRule({
  id: "scrape-interval-bounded",
  title:
    "Targets are scraped often enough for a five-minute rate, and not so often that samples cost more than they tell.",
  severity: "medium",
  remediation: "Set `monitoring.scrapeIntervalSeconds` between 10 and 60.",
  controls: ["wa:cost", "wa:reliability"],
  config: {
    minSeconds: amount(10, "Shortest time between scrapes, seconds"),
    maxSeconds: amount(60, "Longest time between scrapes, seconds"),
  },
  types: PROMETHEUS_TYPES,
  *check({ type, props }, { minSeconds, maxSeconds }): Iterable<Finding> {
    const settings = prometheusOf(type, props);
    if (settings === undefined) return;
    const { scrapeSeconds } = settings;
    const wrong = scrapeSeconds.filter((seconds) => !(seconds >= minSeconds && seconds <= maxSeconds));
    const wanted = `${minSeconds} to ${maxSeconds} s`;
    const fix = "Set scrapeIntervalSeconds.";
    // Without one Prometheus takes a minute.
    if (scrapeSeconds.length === 0) yield { what: "scrape interval", got: undefined, wanted, fix };
    for (const got of new Set(wrong)) yield { what: "scrape interval", got: `${got} s`, wanted, fix };
  },
});
