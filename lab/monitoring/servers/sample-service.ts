import { monitorEventLoopDelay } from "node:perf_hooks";
import { BUCKETS_SECONDS } from "@pyairtable/slo";
import { type LocalServer, listen } from "./http.ts";

/** One replica of the catalog's service that is run for real: answers requests, counts them, and shows its metrics. */
export interface SampleReplica extends LocalServer {
  /** `127.0.0.1:<port>`. */
  readonly address: string;
}

const HISTOGRAM = "http_server_request_duration_seconds";

/** On a port of its own, or on `port` again. */
export async function startSampleReplica(healthPath: string, port?: number): Promise<SampleReplica> {
  const buckets = new Map<string, number[]>();
  const sums = new Map<string, number>();
  const startedSeconds = Date.now() / 1000;
  const lag = monitorEventLoopDelay();
  lag.enable();
  const count = (status: string, seconds: number): void => {
    const counts = buckets.get(status) ?? [...BUCKETS_SECONDS.map(() => 0), 0];
    for (let index = 0; index < counts.length; index++) {
      if (seconds <= (BUCKETS_SECONDS[index] ?? Number.POSITIVE_INFINITY)) counts[index]!++;
    }
    buckets.set(status, counts);
    sums.set(status, (sums.get(status) ?? 0) + seconds);
  };
  const metrics = (): string =>
    [
      ...[...buckets].flatMap(([status, counts]) => histogram(status, counts, sums.get(status)!)),
      `process_start_time_seconds ${startedSeconds}`,
      `nodejs_eventloop_lag_p99_seconds ${lag.percentile(99) / 1e9}`,
      "",
    ].join("\n");
  // A counter that is born with its first error hides that error: both start at nothing.
  for (const status of ["200", "500"]) buckets.set(status, [...BUCKETS_SECONDS.map(() => 0), 0]);
  for (const status of ["200", "500"]) sums.set(status, 0);

  const server = await listen((request, response) => {
    const started = performance.now();
    if (request.url === "/metrics") {
      response.setHeader("content-type", "text/plain; version=0.0.4").end(metrics());
      return;
    }
    response.statusCode = request.url === healthPath || request.url === "/" ? 200 : 404;
    response.end();
    count(response.statusCode === 404 ? "404" : "200", (performance.now() - started) / 1000);
  }, port);
  return {
    ...server,
    address: `127.0.0.1:${server.port}`,
    close: () => {
      lag.disable();
      return server.close();
    },
  };
}

function histogram(status: string, counts: readonly number[], sum: number): string[] {
  const labels = `http_response_status_code="${status}"`;
  const bounds = [...BUCKETS_SECONDS.map(String), "+Inf"];
  return [
    ...bounds.map((le, index) => `${HISTOGRAM}_bucket{${labels},le="${le}"} ${counts[index]}`),
    `${HISTOGRAM}_count{${labels}} ${counts.at(-1)}`,
    `${HISTOGRAM}_sum{${labels}} ${sum}`,
  ];
}
