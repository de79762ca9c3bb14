import type { Diagnostic } from "@pyairtable/diagnostics";
import { type ConnectionError, UNUSABLE } from "./http.ts";

const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/;

/** Why no answer came, as one problem with its fix. `server` is the address, `context` its name in the kubeconfig. */
export function connectionProblem(error: ConnectionError, server: string, context: string): Diagnostic {
  const path = `context ${context}: ${server}`;
  if (error.code === UNUSABLE) {
    return {
      code: "apply.kubeconfig",
      path,
      got: error.message,
      wanted: "a login that works: a token, a certificate, or a credential plugin (users.exec) that is installed",
      fix: "Run the plugin by hand to see what it lacks, or log in anew with the cluster's own tool.",
    };
  }
  if (CERTIFICATE.test(error.code)) {
    return {
      code: "apply.certificate",
      path,
      got: `${error.code}: ${error.message}`,
      wanted: "a certificate that the kubeconfig's certificate authority vouches for",
      fix: "Set certificate-authority-data (or certificate-authority) of the cluster in the kubeconfig, and the address its certificate names.",
    };
  }
  return {
    code: "apply.unreachable",
    path,
    got: `${error.code}: ${error.message}`,
    wanted: "an API server that answers",
    fix: "Start the cluster, open the way to it (VPN, tunnel), or choose another context. Nothing was applied.",
  };
}
