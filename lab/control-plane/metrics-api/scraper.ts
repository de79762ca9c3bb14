import { send } from "../../support/https.ts";
import { parseExposition } from "./exposition.ts";
import type { Owner } from "./objects.ts";
import type { Settings } from "./settings.ts";
import { type NodeUsage, type Scrape, type Usage, usageBetween } from "./usage.ts";

/** Last known usages. */
export interface Scraper {
  node(name: string): Usage | undefined;
  /** By container; undefined for a pod without two samples. */
  pod(namespace: string, name: string): ReadonlyMap<string, Usage> | undefined;
}

/** Scrapes every node of the cluster again and again, for as long as the process lives. */
export function startScraper(settings: Settings): Scraper {
  let usages = new Map<string, NodeUsage>();
  let last = new Map<string, Scrape>();
  const round = async (): Promise<void> => {
    const nodes = await listObjects(settings, "/api/v1/nodes");
    const scrapes = new Map<string, Scrape>();
    await Promise.all(
      nodes.map(async ({ metadata: { name } }) => {
        const url = `${settings.kubelets}/metrics/nodes/${name}/metrics/resource`;
        const { status, text } = await send({ url, ca: settings.authorityPem });
        if (status === 200) scrapes.set(name, { at: new Date(), samples: parseExposition(text) });
      }),
    );
    const next = new Map<string, NodeUsage>();
    for (const [name, scrape] of scrapes) {
      const before = last.get(name);
      if (before !== undefined) next.set(name, usageBetween(before, scrape));
    }
    [usages, last] = [next, scrapes];
  };
  const again = async (): Promise<void> => {
    try {
      await round();
    } catch (error) {
      process.stderr.write(`scrape: ${(error as Error).message}\n`);
    }
    setTimeout(again, settings.resolutionSeconds * 1000);
  };
  void again();
  return {
    node: (name) => usages.get(name)?.node,
    pod(namespace, name) {
      for (const { pods } of usages.values()) {
        const usage = pods.get(`${namespace}/${name}`);
        if (usage !== undefined) return usage;
      }
      return undefined;
    },
  };
}

/** Only metadata is asked for. The query may hold `labelSelector` and `fieldSelector`: the API server reads them. */
export async function listObjects(settings: Settings, path: string, query = new URLSearchParams()): Promise<Owner[]> {
  const selected = new URLSearchParams({ resourceVersion: "0" });
  for (const key of ["labelSelector", "fieldSelector"]) {
    const value = query.get(key);
    if (value !== null) selected.set(key, value);
  }
  const { status, text } = await send({
    url: `${settings.server}${path}?${selected}`,
    ca: settings.authorityPem,
    token: settings.token,
    accept: "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1",
  });
  const answer = JSON.parse(text) as { items?: Owner[] | null; message?: string };
  if (status !== 200) throw new RefusedError(status, answer.message ?? text.slice(0, 200));
  // An empty list of metadata comes as null.
  return answer.items ?? [];
}

/** The API server did not answer a list; its status is handed on. */
export class RefusedError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
