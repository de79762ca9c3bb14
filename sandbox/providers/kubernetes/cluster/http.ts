import * as http from "node:http";
import * as https from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import type { Properties } from "../../values.ts";
import type { Access } from "./kubeconfig.ts";

export interface Answer {
  readonly body: Properties;
  /** Texts of the server's Warning headers. */
  readonly warnings: readonly string[];
}

/** The API server refused: `body` is its Status object, or empty when it sent none. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: Properties;
  /** What the server asks for before another try; 0 when it does not say. */
  readonly retryAfterSeconds: number;

  constructor(status: number, body: Properties, text: string, retryAfterSeconds = 0) {
    super(typeof body.message === "string" ? body.message : text);
    this.name = "ApiError";
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The kubeconfig's login or address cannot be used: no request was sent. */
export const UNUSABLE = "UNUSABLE_KUBECONFIG";

/** No answer came. `code` is Node's, such as ECONNREFUSED, or `UNUSABLE`. */
export class ConnectionError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "ConnectionError";
    this.code = code;
  }
}

export interface Call {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Properties;
  readonly contentType?: string;
  /** Further tries when the server is busy or the connection breaks. */
  readonly retries?: number;
  readonly timeoutMilliseconds?: number;
}

export interface Waits {
  readonly answerMilliseconds: number;
  /** Before the first retry; doubles each time. */
  readonly retryMilliseconds: number;
}

export type Method = "GET" | "PATCH" | "DELETE";
export type Send = (method: Method, path: string, call?: Call) => Promise<Answer>;

const DEFAULT_WAITS: Waits = { answerMilliseconds: 30_000, retryMilliseconds: 250 };
const RETRIES = 5;
/** As many as the engine works at once. */
const CONNECTIONS = 32;
const BUSY = new Set([429, 502, 503, 504]);
const BROKEN = new Set(["ECONNRESET", "EPIPE", "ECONNREFUSED"]);

/**
 * JSON requests with the credentials of a kubeconfig. The package's own typed client is not used: it leaves out what it
 * has no type for, so a misspelt field would never reach the server that should refuse it.
 */
export function apiClient(access: Access, waits: Waits = DEFAULT_WAITS): Send {
  let agent: https.Agent | http.Agent | undefined;
  const once: Send = async (method, path, call = {}) => {
    const url = new URL(access.server + path);
    for (const [key, value] of Object.entries(call.query ?? {})) url.searchParams.set(key, value);
    const options: https.RequestOptions = { method };
    try {
      await access.config.applyToHTTPSOptions(options);
    } catch (error) {
      throw new ConnectionError(UNUSABLE, (error as Error).message);
    }
    agent ??= agentFor(access, options);
    return send(url, { ...options, agent }, call, waits.answerMilliseconds);
  };
  return async (method, path, call = {}) => {
    const retries = call.retries ?? RETRIES;
    for (let attempt = 0; ; attempt++) {
      try {
        return await once(method, path, call);
      } catch (error) {
        if (attempt >= retries || !isPassing(error)) throw error;
        // Full jitter: many resources ask at once.
        const asked = error instanceof ApiError ? error.retryAfterSeconds * 1000 : 0;
        await pause(Math.max(asked, Math.random() * waits.retryMilliseconds * 2 ** attempt));
      }
    }
  };
}

/** The kubeconfig's own agent closes each connection; this one keeps them, unless a proxy is in between. */
function agentFor(access: Access, options: https.RequestOptions): https.Agent | http.Agent {
  if (access.config.getCurrentCluster()?.proxyUrl) return options.agent as https.Agent;
  const { ca, cert, key, passphrase, pfx, rejectUnauthorized, servername } = options;
  const shared = { keepAlive: true, maxSockets: CONNECTIONS };
  if (access.server.startsWith("http:")) return new http.Agent(shared);
  const given = { ca, cert, key, passphrase, pfx, rejectUnauthorized, servername };
  const tls = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return new https.Agent({ ...shared, ...tls });
}

function send(url: URL, options: https.RequestOptions, call: Call, answerMilliseconds: number): Promise<Answer> {
  const payload = call.body === undefined ? undefined : JSON.stringify(call.body);
  const headers: http.OutgoingHttpHeaders = {
    ...(options.headers as http.OutgoingHttpHeaders),
    Accept: "application/json",
  };
  if (payload !== undefined) {
    headers["Content-Type"] = call.contentType ?? "application/json";
    headers["Content-Length"] = Buffer.byteLength(payload);
  }
  const timeout = call.timeoutMilliseconds ?? answerMilliseconds;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "http:" ? http : https).request(url, { ...options, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", (error: NodeJS.ErrnoException) => reject(asConnectionError(error)));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const body = parse(text);
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve({ body, warnings: warningsOf(response) });
        else reject(new ApiError(status, body, text.slice(0, 300), Number(response.headers["retry-after"] ?? 0) || 0));
      });
    });
    const timer = setTimeout(() => {
      request.destroy(Object.assign(new Error(`no answer within ${timeout / 1000} s`), { code: "ETIMEDOUT" }));
    }, timeout);
    request.on("error", (error: NodeJS.ErrnoException) => reject(asConnectionError(error)));
    request.on("close", () => clearTimeout(timer));
    request.end(payload);
  });
}

function asConnectionError(error: NodeJS.ErrnoException): ConnectionError {
  // Several addresses tried: the first failure says it all.
  const [first] = error instanceof AggregateError ? (error.errors as NodeJS.ErrnoException[]) : [error];
  return new ConnectionError(first?.code ?? error.code ?? "UNKNOWN", first?.message ?? error.message);
}

function isPassing(error: unknown): boolean {
  if (error instanceof ApiError) return BUSY.has(error.status);
  return error instanceof ConnectionError && BROKEN.has(error.code);
}

function parse(text: string): Properties {
  try {
    return JSON.parse(text) as Properties;
  } catch {
    return {};
  }
}

/** `299 - "text"`, several parted by commas, quotes inside escaped. */
function warningsOf(response: http.IncomingMessage): string[] {
  const header = response.headers.warning ?? "";
  const texts = [...String(header).matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)];
  return texts.map(([, text]) => text!.replaceAll(/\\(.)/g, "$1"));
}
