import { setTimeout as sleep } from "node:timers/promises";

/** One series of an answer; instant answers have one point. */
export interface Answer {
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds and value. */
  readonly points: readonly (readonly [number, number])[];
}

interface Envelope<T> {
  readonly status: string;
  readonly error?: string;
  readonly data: T;
}

interface QueryData {
  readonly resultType: "vector" | "matrix" | "scalar";
  readonly result: readonly {
    readonly metric: Readonly<Record<string, string>>;
    readonly value?: readonly [number, string];
    readonly values?: readonly (readonly [number, string])[];
  }[];
}

type Form = { readonly query: string } & Readonly<Record<string, string | undefined>>;

const TIMEOUT_MS = 120_000;

/** The HTTP API of one Prometheus. Every method throws with the server's own words where it refuses. */
export class PrometheusApi {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async query(expr: string, atSeconds?: number): Promise<readonly Answer[]> {
    return answersOf(await this.#post<QueryData>("query", { query: expr, time: atSeconds?.toString() }));
  }

  async queryRange(expr: string, start: number, end: number, stepSeconds: number): Promise<readonly Answer[]> {
    const range = { start: String(start), end: String(end), step: String(stepSeconds) };
    return answersOf(await this.#post<QueryData>("query_range", { query: expr, ...range }));
  }

  /** Data of `/api/v1/<path>`. */
  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1/${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return unwrap<T>(path, (await answer.json()) as Envelope<T>);
  }

  /** Values of its own /metrics without labels, by name. */
  async metrics(): Promise<ReadonlyMap<string, number>> {
    const answer = await fetch(`${this.url}/metrics`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const values = (await answer.text()).matchAll(/^([a-zA-Z_:][\w:]*) (\S+)$/gm);
    return new Map([...values].map(([, name, value]) => [name!, Number(value)]));
  }

  async #post<T>(path: string, { query, ...rest }: Form): Promise<T> {
    const given = Object.entries(rest).filter(([, value]) => value !== undefined) as [string, string][];
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method: "POST",
      body: new URLSearchParams([["query", query], ...given]),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return unwrap<T>(query, (await answer.json()) as Envelope<T>);
  }
}

function unwrap<T>(what: string, { status, error, data }: Envelope<T>): T {
  if (status !== "success") throw new Error(`${error ?? status}: ${what.slice(0, 200)}`);
  return data;
}

function answersOf({ result, resultType }: QueryData): Answer[] {
  if (resultType === "scalar") {
    const [seconds, value] = result as unknown as [number, string];
    return [{ labels: {}, points: [[seconds, Number(value)]] }];
  }
  return result.map(({ metric, value, values }) => ({
    labels: metric,
    points: (values ?? [value!]).map(([seconds, text]) => [seconds, Number(text)] as const),
  }));
}

/** Asks until the answer is truthy. Throws where that takes longer than `seconds`; `wanted` says what for. */
export async function until<T>(
  wanted: string,
  seconds: number,
  ask: () => Promise<T | undefined | false>,
  everyMs = 200,
): Promise<T> {
  const started = performance.now();
  let last = "";
  for (;;) {
    const found = await ask().catch((error: Error) => {
      last = `: ${error.message}`;
      return undefined;
    });
    if (found !== undefined && found !== false) return found;
    if (performance.now() - started > seconds * 1000) throw new Error(`not within ${seconds} s: ${wanted}${last}`);
    await sleep(everyMs);
  }
}
