import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AlertmanagerConfig } from "@pyairtable/monitoring";
import { stringify } from "yaml";
import type { Keeper } from "../../support/keeper.ts";
import { freePorts } from "../../support/ports.ts";
import { until } from "./api.ts";

export interface AlertmanagerServer {
  readonly url: string;
  /** `127.0.0.1:<port>`, as Prometheus wants it. */
  readonly address: string;
  /** Sends alerts as Prometheus does; they hold until they are sent with `endsAt`. */
  post(alerts: readonly PostedAlert[]): Promise<void>;
  /** Alerts it holds, with who mutes them. */
  alerts(): Promise<readonly HeldAlert[]>;
}

export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

export interface HeldAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly status: { readonly state: string; readonly inhibitedBy: readonly string[] };
}

const START_SECONDS = 30;

/** A real Alertmanager on a free port of loopback, alone: no peers. */
export async function startAlertmanager(
  keeper: Keeper,
  command: string,
  name: string,
  config: AlertmanagerConfig,
): Promise<AlertmanagerServer> {
  const file = join(keeper.directory, `${name}.yaml`);
  writeFileSync(file, stringify(config, { aliasDuplicateObjects: false }));
  const storage = join(keeper.directory, name);
  mkdirSync(storage, { recursive: true });
  const [port] = await freePorts(1);
  const address = `127.0.0.1:${port}`;
  const url = `http://${address}`;
  const process = keeper.run(name, command, [
    `--config.file=${file}`,
    `--storage.path=${storage}`,
    `--web.listen-address=${address}`,
    "--cluster.listen-address=",
    "--log.level=warn",
  ]);
  await until(`${name} is ready`, START_SECONDS, async () => {
    if (process.end() !== undefined) throw new Error(`it ended (${process.end()}): ${process.tail(3)}`);
    return (await fetch(`${url}/-/ready`)).ok;
  });
  return {
    url,
    address,
    async post(alerts) {
      const answer = await fetch(`${url}/api/v2/alerts`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(alerts),
      });
      if (!answer.ok) throw new Error(`Alertmanager refuses alerts: ${await answer.text()}`);
    },
    alerts: async () => (await (await fetch(`${url}/api/v2/alerts`)).json()) as HeldAlert[],
  };
}
