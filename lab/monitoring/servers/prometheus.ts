import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Keeper, Kept } from "../../support/keeper.ts";
import { freePorts } from "../../support/ports.ts";
import { PrometheusApi, until } from "./api.ts";

export interface PrometheusOptions {
  readonly command: string;
  /** Name of its process and folder. */
  readonly name: string;
  /** Folder of the TSDB; blocks that appear there are loaded within a second. */
  readonly data: string;
  /** Plain configuration, given its own `127.0.0.1:<port>`. Default: nothing to scrape, no rules. */
  readonly config?: (address: string) => Readonly<Record<string, unknown>>;
}

export interface PrometheusServer {
  readonly api: PrometheusApi;
  readonly process: Kept;
  /** `127.0.0.1:<port>`. */
  readonly address: string;
  /** Writes another configuration and has it loaded. */
  configure(config: Readonly<Record<string, unknown>>): Promise<void>;
  /** Waits until every block of the folder is loaded. */
  loaded(): Promise<void>;
  stop(): Promise<void>;
}

const START_SECONDS = 120;

/** A real Prometheus on a free port of loopback. It leaves blocks as they are: no compaction, no retention in reach. */
export async function startPrometheus(keeper: Keeper, options: PrometheusOptions): Promise<PrometheusServer> {
  const { name, data, config = () => ({}) } = options;
  mkdirSync(data, { recursive: true });
  const [port] = await freePorts(1);
  const address = `127.0.0.1:${port}`;
  const url = `http://${address}`;
  const file = join(keeper.directory, `${name}.yaml`);
  const write = (plain: Readonly<Record<string, unknown>>) =>
    writeFileSync(file, stringify(plain, { aliasDuplicateObjects: false }));
  write(config(address));
  const process = keeper.run(name, options.command, [
    `--config.file=${file}`,
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=${address}`,
    "--web.enable-lifecycle",
    "--storage.tsdb.retention.time=90d",
    "--storage.tsdb.min-block-duration=2h",
    "--storage.tsdb.max-block-duration=2h",
    "--no-storage.tsdb.allow-overlapping-compaction",
    "--storage.tsdb.block-reload-interval=1s",
    "--query.max-samples=100000000",
    "--query.timeout=10m",
    "--rules.alert.resend-delay=1s",
    "--log.level=warn",
  ]);
  const api = new PrometheusApi(url);
  await until(`${name} is ready`, START_SECONDS, async () => {
    if (process.end() !== undefined) throw new Error(`it ended (${process.end()}): ${process.tail(3)}`);
    return (await fetch(`${url}/-/ready`)).ok;
  });
  return {
    api,
    process,
    address,
    async configure(plain) {
      write(plain);
      const answer = await fetch(`${url}/-/reload`, { method: "POST" });
      if (!answer.ok) throw new Error(`${name} refuses its configuration: ${await answer.text()}`);
    },
    loaded: async () => {
      const wanted = blocksIn(data);
      await until(`${wanted} blocks are loaded`, START_SECONDS, async () => {
        return (await api.metrics()).get("prometheus_tsdb_blocks_loaded") === wanted;
      });
    },
    stop: () => process.kill(),
  };
}

/** Folders of blocks are named by ULIDs. */
export function blocksIn(data: string): number {
  return readdirSync(data).filter((name) => /^[0-9A-Z]{26}$/.test(name)).length;
}
