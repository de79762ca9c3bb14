import { UserError } from "@pyairtable/diagnostics";
import { connectionProblem } from "./connection-problem.ts";
import { credentialProblem } from "./credential-problem.ts";
import { Discovery } from "./discovery.ts";
import { ApiError, apiClient, type Call, ConnectionError, type Send, type Waits } from "./http.ts";
import { openKubeconfig } from "./kubeconfig.ts";

/** A cluster that answered, and whom it let in. */
export interface Cluster {
  readonly context: string;
  /** Like the client's, but a server that is out of reach ends in a `UserError`. */
  readonly send: Send;
  readonly discovery: Discovery;
  /** Where namespaced objects go that name no namespace: the context's, else `default`. */
  readonly defaultNamespace: string;
}

const PROBE_MILLISECONDS = 10_000;

/**
 * Opens a context of a kubeconfig file and asks the server two questions: its version, which proves the way and the
 * certificate, and its core kinds, which prove that it knows who asks. Throws `UserError`, within 10 seconds each.
 */
export async function openCluster(path: string, wanted: string | undefined, waits?: Waits): Promise<Cluster> {
  const access = openKubeconfig(path, wanted);
  const client = apiClient(access, waits);
  const send: Send = async (method, route, call) => {
    try {
      return await client(method, route, call);
    } catch (error) {
      if (!(error instanceof ConnectionError)) throw error;
      throw new UserError("Kubernetes cluster", [connectionProblem(error, access.server, access.context)]);
    }
  };
  const timeoutMilliseconds = Math.min(PROBE_MILLISECONDS, waits?.answerMilliseconds ?? PROBE_MILLISECONDS);
  const probe: Call = { retries: 0, timeoutMilliseconds };
  try {
    await send("GET", "/version", probe);
    await send("GET", "/api/v1", probe);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new UserError("Kubernetes cluster", [credentialProblem(error, access)]);
  }
  const { namespace } = access.config.getContextObject(access.context) ?? {};
  return {
    context: access.context,
    send,
    discovery: new Discovery(send),
    defaultNamespace: namespace ?? "default",
  };
}
