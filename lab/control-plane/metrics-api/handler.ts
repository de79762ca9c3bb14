import {
  API_GROUP,
  API_GROUPS,
  failure,
  GROUP,
  list,
  nodeMetrics,
  type Owner,
  podMetrics,
  RESOURCES,
  VERSION,
} from "./objects.ts";
import { RefusedError, type Scraper } from "./scraper.ts";

export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** Lists metadata of nodes or pods; selectors in the query are the API server's business. */
export type Lister = (path: string, query: URLSearchParams) => Promise<readonly Owner[]>;

const ROOT = `/apis/${GROUP}/${VERSION}`;
const FIXED: Readonly<Record<string, object>> = {
  "/apis": API_GROUPS,
  [`/apis/${GROUP}`]: API_GROUP,
  [ROOT]: RESOURCES,
};
const PODS = new RegExp(`^${ROOT}(?:/namespaces/([^/]+))?/pods(?:/([^/]+))?$`);
const NODES = new RegExp(`^${ROOT}/nodes(?:/([^/]+))?$`);

/** Answers GET on the group: discovery, `nodes`, `pods` of all or one namespace, single or by selector. */
export async function answer(url: string, scraper: Scraper, lister: Lister): Promise<Answer> {
  const { pathname, searchParams } = new URL(url, "https://localhost");
  const fixed = FIXED[pathname.replace(/\/$/, "")];
  if (fixed !== undefined) return { status: 200, body: fixed };
  if (pathname === "/readyz" || pathname === "/livez") return { status: 200, body: { ok: true } };
  const nodes = NODES.exec(pathname);
  const pods = PODS.exec(pathname);
  try {
    if (nodes !== null) {
      const owners = await lister("/api/v1/nodes", byName(searchParams, nodes[1]));
      return one(
        "NodeMetrics",
        nodes[1],
        owners.flatMap((owner) => present(nodeOf(owner, scraper))),
      );
    }
    if (pods !== null && (pods[1] !== undefined || pods[2] === undefined)) {
      const path = pods[1] === undefined ? "/api/v1/pods" : `/api/v1/namespaces/${pods[1]}/pods`;
      const owners = await lister(path, byName(searchParams, pods[2]));
      return one(
        "PodMetrics",
        pods[2],
        owners.flatMap((owner) => present(podOf(owner, scraper))),
      );
    }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { status: error.status, body: failure(error.status, "BadRequest", error.message) };
  }
  return { status: 404, body: failure(404, "NotFound", `${pathname} is not served`) };
}

function one(kind: "NodeMetrics" | "PodMetrics", name: string | undefined, items: readonly object[]): Answer {
  if (name === undefined) return { status: 200, body: list(kind, items) };
  const [item] = items;
  if (item !== undefined) return { status: 200, body: item };
  return { status: 404, body: failure(404, "NotFound", `no metrics known for ${name}`) };
}

function byName(query: URLSearchParams, name: string | undefined): URLSearchParams {
  return name === undefined
    ? query
    : new URLSearchParams({ fieldSelector: `metadata.name=${decodeURIComponent(name)}` });
}

function nodeOf(owner: Owner, scraper: Scraper): object | undefined {
  const usage = scraper.node(owner.metadata.name);
  return usage && nodeMetrics(owner, usage);
}

function podOf(owner: Owner, scraper: Scraper): object | undefined {
  const usage = scraper.pod(owner.metadata.namespace ?? "", owner.metadata.name);
  return usage && podMetrics(owner, usage);
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
