import type { Diagnostic } from "@pyairtable/diagnostics";
import type { ApiError } from "./http.ts";
import type { Access } from "./kubeconfig.ts";

/** Why the server did not let the kubeconfig's user in. */
export function credentialProblem(error: ApiError, { context, server, config }: Access): Diagnostic {
  const path = `context ${context}: ${server}`;
  const user = config.getCurrentUser()?.name ?? "";
  if (error.status === 401) {
    return {
      code: "apply.unauthorized",
      path,
      got: `401: the credentials of user ${user} are expired or unknown to this cluster`,
      wanted: "credentials that the cluster accepts",
      fix: "Log in anew with the cluster's own tool, so that the kubeconfig holds fresh credentials. Nothing was applied.",
    };
  }
  if (error.status === 403) {
    return {
      code: "apply.forbidden",
      path,
      got: error.message,
      wanted: "a user that may read the API and change what the program holds",
      fix: "Give the user a role, or choose a context with another. Nothing was applied.",
    };
  }
  return {
    code: "apply.server",
    path,
    got: `${error.status}: ${error.message}`,
    wanted: "the answer of a Kubernetes API server",
    fix: "Check that the cluster's address in the kubeconfig is that of its API server.",
  };
}
