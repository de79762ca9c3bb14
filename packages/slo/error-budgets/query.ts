import { type Diagnostic, show, UserError } from "@pyairtable/diagnostics";
import * as z from "zod";
import { BUDGET_REMAINING } from "../rules/names.ts";
import type { Remaining } from "./schema.ts";

export interface PrometheusOptions {
  /** Where Prometheus answers, a path prefix included: `http://127.0.0.1:9090`. */
  readonly url: string;
  readonly timeoutMs: number;
}

/** The worst where a service has several series, as from two replicas of Prometheus behind one door. */
export const BUDGET_QUERY = `min by (service, slo) (${BUDGET_REMAINING})`;

const answerSchema = z.object({
  status: z.literal("success"),
  data: z.object({
    resultType: z.literal("vector"),
    result: z.array(
      z.object({
        metric: z.object({ service: z.string().optional(), slo: z.string().optional() }),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

/**
 * What is left of every error budget, by service. A value that is no finite number (no traffic yet) counts as not
 * measured. Throws a `UserError` where Prometheus cannot be asked, or does not answer as one.
 */
export async function queryRemaining(options: PrometheusOptions): Promise<ReadonlyMap<string, Remaining>> {
  const text = await ask(queryUrl(options.url), options);
  const parsed = answerSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const got = show(text.slice(0, 60));
    throw refused("answer", options.url, got, "an answer of Prometheus' HTTP API", "Point --prometheus at Prometheus.");
  }
  const found = new Map<string, { availability: number | null; latency: number | null }>();
  for (const { metric, value } of parsed.data.data.result) {
    const { service, slo } = metric;
    if (service === undefined || (slo !== "availability" && slo !== "latency")) continue;
    const budget = found.get(service) ?? { availability: null, latency: null };
    const left = Number(value[1]);
    if (Number.isFinite(left)) budget[slo] = Math.round(left * 10_000) / 10_000;
    found.set(service, budget);
  }
  if ([...found.values()].some(({ availability, latency }) => availability !== null || latency !== null)) return found;
  const fix = "Check that the rules of monitoring/generated are loaded, and that services are scraped.";
  throw refused("empty", options.url, "no value", `series of ${BUDGET_REMAINING}`, fix);
}

function queryUrl(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const fix = "Write it with its scheme, such as http://127.0.0.1:9090.";
    throw refused("url", given, show(given), "an http or https URL", fix);
  }
  if (url.username !== "" || url.password !== "") {
    // Never shown: messages end up in logs.
    const fix = "Forward a port, or use a proxy that signs in.";
    throw refused("url", url.host, "a URL with a password", "an http or https URL without credentials", fix);
  }
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/api/v1/query`;
  url.search = new URLSearchParams({ query: BUDGET_QUERY }).toString();
  return url;
}

async function ask(target: URL, { url, timeoutMs }: PrometheusOptions): Promise<string> {
  try {
    const answer = await fetch(target, { signal: AbortSignal.timeout(timeoutMs) });
    const text = await answer.text();
    if (answer.ok) return text;
    const got = `${answer.status} ${answer.statusText}: ${show(text.slice(0, 60))}`.trim();
    throw refused("answer", url, got, "200 OK", "See what Prometheus, or what stands before it, says.");
  } catch (error) {
    if (error instanceof UserError) throw error;
    const fix = "Check the URL and that its port is forwarded.";
    if ((error as Error).name === "TimeoutError") {
      throw refused(
        "timeout",
        url,
        "no answer",
        `an answer within ${timeoutMs / 1000} s`,
        `${fix} Or raise --timeout.`,
      );
    }
    throw refused("unreachable", url, reasonOf(error), "Prometheus' HTTP API", fix);
  }
}

/** `fetch` keeps why it failed in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message: string };
  return cause?.code ?? cause?.message ?? message;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const CODES = {
  url: "budgets.prometheus-url",
  unreachable: "budgets.prometheus-unreachable",
  timeout: "budgets.prometheus-timeout",
  answer: "budgets.prometheus-answer",
  empty: "budgets.prometheus-empty",
} as const;

function refused(why: keyof typeof CODES, path: string, got: string, wanted: string, fix: string): UserError {
  const diagnostic: Diagnostic = { code: CODES[why], path: `Prometheus ${path}`, got, wanted, fix };
  return new UserError("error budgets", [diagnostic]);
}
