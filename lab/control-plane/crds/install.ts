import { ApiextensionsV1Api } from "@kubernetes/client-node";
import { clientConfig } from "../client.ts";
import { applyObjects } from "../objects.ts";
import type { ControlPlane } from "../start.ts";
import { waitFor } from "../wait.ts";
import { type CrdChart, crdsOf } from "./crds.ts";

/** Creates the resource types of these add-ons and waits until each is served. */
export async function installCrds(plane: ControlPlane, charts: readonly CrdChart[]): Promise<void> {
  plane.progress.say(`reading the resource types of ${charts.join(", ")}`);
  const crds = (await Promise.all(charts.map((chart) => crdsOf(chart)))).flat();
  await applyObjects(plane.kubeconfigPath, crds);
  const api = clientConfig(plane.kubeconfigPath).makeApiClient(ApiextensionsV1Api);
  const wanted = new Set(crds.map(({ metadata }) => metadata?.name));
  await waitFor({ what: `${crds.length} resource types`, progress: plane.progress }, async () => {
    const { items } = await api.listCustomResourceDefinition();
    const served = items.filter(
      ({ metadata, status }) =>
        wanted.has(metadata?.name) &&
        status?.conditions?.some(({ type, status }) => type === "Established" && status === "True"),
    );
    return served.length === wanted.size ? true : undefined;
  });
  plane.progress.done();
}
