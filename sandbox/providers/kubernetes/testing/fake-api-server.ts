import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isObject, type Properties, type Value } from "../../values.ts";
import { metadataOf } from "../objects.ts";

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Properties;
}

export interface Reply {
  readonly status: number;
  readonly body?: Properties | string;
  readonly headers?: Record<string, string>;
}

type Script = (request: SeenRequest) => Reply | "hang" | undefined;

/** An API server of one process: discovery, objects by path, server-side apply without merging. Answers can be scripted. */
export class FakeApiServer {
  readonly requests: SeenRequest[] = [];
  readonly objects = new Map<string, Properties>();
  /** Kinds by apiVersion; change it to bring or take a CRD. */
  readonly kinds = new Map<string, { name: string; kind: string; namespaced: boolean }[]>([
    [
      "v1",
      ["Namespace:namespaces:false", "Secret:secrets:true", "Pod:pods:true", "ConfigMap:configmaps:true"].map(kind),
    ],
    ["apps/v1", [kind("Deployment:deployments:true")]],
    ["apiextensions.k8s.io/v1", [kind("CustomResourceDefinition:customresourcedefinitions:false")]],
  ]);
  readonly folder = mkdtempSync(join(tmpdir(), "fake-api-"));
  readonly #scripts: Script[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<FakeApiServer> {
    const server = createServer();
    const fake = new FakeApiServer(server);
    server.on("request", async (request, response) => {
      const seen = await read(request);
      fake.requests.push(seen);
      const reply = fake.#scripts.map((script) => script(seen)).find((one) => one !== undefined) ?? fake.#answer(seen);
      if (reply === "hang") return;
      const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {});
      response.writeHead(reply.status, { "Content-Type": "application/json", ...reply.headers }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return fake;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Asked before the server's own answer; undefined leaves it to the next. */
  script(script: Script): void {
    this.#scripts.unshift(script);
  }

  /** Writes a kubeconfig with contexts `one` (current) and `two`. */
  kubeconfig(address = this.address): string {
    const path = join(this.folder, "kubeconfig");
    const context = (name: string): Properties => ({ name, context: { cluster: "fake", user: "tester" } });
    const config: Properties = {
      apiVersion: "v1",
      kind: "Config",
      "current-context": "one",
      clusters: [{ name: "fake", cluster: { server: address, "insecure-skip-tls-verify": true } }],
      users: [{ name: "tester", user: { token: "let-me-in" } }],
      contexts: [context("one"), context("two")],
    };
    writeFileSync(path, JSON.stringify(config));
    return path;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  #answer(request: SeenRequest): Reply {
    const { method, path } = request;
    if (path === "/version") return { status: 200, body: { gitVersion: "v1.34.4" } };
    if (path === "/apis") return { status: 200, body: { groups: this.#groups() } };
    const version = /^\/apis?\/([^/]+(?:\/v[^/]+)?)$/.exec(path)?.[1];
    if (version !== undefined) {
      const resources = this.kinds.get(version);
      return resources === undefined ? notFound(path) : { status: 200, body: { resources } };
    }
    const query = request.query.get("fieldSelector") ?? request.query.get("labelSelector");
    if (method === "GET" && query !== null) return { status: 200, body: { items: this.#below(path) } };
    const held = this.objects.get(path);
    if (method === "PATCH") return this.#apply(request, held);
    if (held === undefined) return notFound(path);
    if (method === "DELETE" && !metadataOf(held).finalizers) this.objects.delete(path);
    return { status: 200, body: held };
  }

  #apply({ path, query, body }: SeenRequest, held: Properties | undefined): Reply {
    const namespace = /\/namespaces\/([^/]+)\//.exec(path)?.[1];
    if (namespace !== undefined && !this.objects.has(`/api/v1/namespaces/${namespace}`)) {
      return notFound(namespace, "namespaces");
    }
    const manager = query.get("fieldManager") ?? "";
    const others = (metadataOf(held).managedFields as Properties[] | undefined) ?? [];
    const mine: Properties = { manager, operation: "Apply", fieldsV1: tree(body) };
    const managedFields = [...others.filter((entry) => entry.manager !== manager), mine];
    const generation = Number(metadataOf(held).generation ?? 0) + 1;
    const uid = metadataOf(held).uid ?? `uid-${this.objects.size + 1}`;
    const next: Properties = {
      ...body,
      ...(held?.status === undefined ? {} : { status: held.status }),
      metadata: { ...metadataOf(body), uid, generation, managedFields },
    };
    if (path.includes("/customresourcedefinitions/"))
      next.status = { conditions: [{ type: "Established", status: "True" }] };
    if (path.startsWith("/api/v1/namespaces/") && namespace === undefined) next.status = { phase: "Active" };
    if (query.get("dryRun") === null) this.objects.set(path, next);
    return { status: 200, body: next };
  }

  #below(path: string): Properties[] {
    return [...this.objects].flatMap(([at, object]) => (at.startsWith(`${path}/`) ? [object] : []));
  }

  #groups(): Properties[] {
    const groups = new Map<string, Properties[]>();
    for (const groupVersion of [...this.kinds.keys()].filter((name) => name.includes("/"))) {
      const [group = ""] = groupVersion.split("/");
      groups.set(group, [...(groups.get(group) ?? []), { groupVersion }]);
    }
    return [...groups].map(([name, versions]) => ({ name, versions }));
  }
}

export function kind(text: string): { name: string; kind: string; namespaced: boolean } {
  const [kind = "", name = "", namespaced] = text.split(":");
  return { name, kind, namespaced: namespaced === "true" };
}

export function notFound(name: string, kind = ""): Reply {
  return { status: 404, body: { reason: "NotFound", message: `${kind} "${name}" not found`, details: { name, kind } } };
}

/** Owned fields of an object: every key, lists as a whole. */
function tree(value: Value): Properties {
  if (!isObject(value)) return {};
  const named = Object.entries(value).filter(([key]) => !["apiVersion", "kind"].includes(key));
  return Object.fromEntries(named.map(([key, child]) => [`f:${key}`, tree(child)]));
}

async function read(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", "http://fake");
  const text = Buffer.concat(chunks).toString("utf8");
  const body = text === "" ? {} : (JSON.parse(text) as Properties);
  return { method: request.method ?? "", path: url.pathname, query: url.searchParams, body };
}
