import { readFileSync } from "node:fs";
import { KubeConfig } from "@kubernetes/client-node";
import { type Diagnostic, nearest, show, UserError } from "@pyairtable/diagnostics";

/** The one context a provider instance works with. */
export interface Access {
  readonly config: KubeConfig;
  readonly context: string;
  /** Base address of the API server, without a slash at the end. */
  readonly server: string;
}

/** Reads a kubeconfig file and chooses a context: the one named, else the file's current one. Throws `UserError`. */
export function openKubeconfig(path: string, wanted: string | undefined): Access {
  const config = new KubeConfig();
  try {
    readFileSync(path);
  } catch (error) {
    const got = (error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file" : (error as Error).message;
    refuse({
      code: "apply.kubeconfig",
      path: `PYAIRTABLE_KUBECONFIG: ${path}`,
      got,
      wanted: "a kubeconfig file that this user can read",
      fix: "Name the right file, or unset PYAIRTABLE_KUBECONFIG to keep Kubernetes objects in the sandbox's own cloud.",
    });
  }
  try {
    config.loadFromFile(path);
  } catch (error) {
    refuse({
      code: "apply.kubeconfig",
      path: `PYAIRTABLE_KUBECONFIG: ${path}`,
      got: firstLine((error as Error).message),
      wanted: "a kubeconfig: YAML with clusters, users and contexts",
      fix: "Write it anew with the cluster's own tool.",
    });
  }
  const context = wanted ?? config.getCurrentContext();
  const known = (config.getContexts() ?? []).map(({ name }) => name);
  if (context === undefined || !known.includes(context)) refuseContext(path, wanted, context, known);
  config.setCurrentContext(context!);
  const cluster = config.getCurrentCluster();
  if (cluster === null || config.getCurrentUser() === null) {
    refuse({
      code: "apply.kubeconfig",
      path: `${path}: contexts.${context}`,
      got: cluster === null ? "a cluster that the file lacks" : "a user that the file lacks",
      wanted: "a cluster and a user of the same file",
      fix: "Correct the context, or choose another with the provider's `context`.",
    });
  }
  return { config, context: context!, server: cluster!.server.replace(/\/+$/, "") };
}

function refuseContext(path: string, wanted: string | undefined, context: string | undefined, known: string[]): never {
  const near = context === undefined ? undefined : nearest(context, known);
  return refuse({
    code: "apply.context",
    path: wanted === undefined ? `${path}: current-context` : "kubernetes provider: context",
    got: show(context),
    wanted: known.length === 0 ? `a context, but ${path} has none` : `one of ${known.join(", ")}`,
    fix: near === undefined ? "Choose a context of the kubeconfig file." : `Use "${near}".`,
  });
}

function refuse(diagnostic: Diagnostic): never {
  throw new UserError("Kubernetes cluster", [diagnostic]);
}

function firstLine(text: string): string {
  return text.split("\n")[0]!;
}
