import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { V1CustomResourceDefinition } from "@kubernetes/client-node";
import { moduleFolder } from "@pyairtable/go-build";
import table from "../data/crds.json" with { type: "json" };
import { objectsOf } from "../objects.ts";
import { toolModule } from "../tools.ts";

/** Add-ons whose resource types can be had; the names are the plan's add-ons. */
export const CRD_CHARTS = [
  "argo-cd",
  "external-secrets",
  "karpenter",
  "keda",
  "prometheus-operator",
  "vertical-pod-autoscaler",
] as const;

export type CrdChart = (typeof CRD_CHARTS)[number];

const MODULE = fileURLToPath(new URL("./module/", import.meta.url));
const OWN = new URL("./external-secrets.yaml", import.meta.url);

/**
 * The CustomResourceDefinitions of an add-on, as its makers publish them in their Go module; those of External Secrets
 * are our own. Fetched once, then found in Go's cache. Throws a `UserError` (`go-build.module`) where they cannot be had.
 */
export async function crdsOf(chart: CrdChart, env = process.env): Promise<V1CustomResourceDefinition[]> {
  if (chart === "external-secrets") return objectsOf(OWN).filter(isCrd);
  const { module, files } = table.charts[chart];
  const { directory } = await moduleFolder(
    chart === "vertical-pod-autoscaler" ? toolModule("vpa") : MODULE,
    module,
    env,
  );
  const found = globSync(files, { cwd: directory }).sort();
  const crds = found.flatMap((file) => objectsOf(join(directory, file))).filter(isCrd);
  if (crds.length === 0) throw new Error(`${module} holds no ${files}`);
  return crds;
}

function isCrd(object: { kind?: string }): object is V1CustomResourceDefinition {
  return object.kind === "CustomResourceDefinition";
}
