import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ControlPlane, type CrdChart, crdsOf } from "../control-plane/index.ts";

/** Which chart of the program brings which resource types. */
const CHARTS: Readonly<Record<string, CrdChart>> = {
  "argo-cd": "argo-cd",
  "external-secrets": "external-secrets",
  keda: "keda",
  "prometheus-operator-crds": "prometheus-operator",
};

/** Writes the resource types of each chart where the stand-in provider finds them; it has no Helm to render charts. */
export async function chartCrds({ directory }: ControlPlane): Promise<Record<string, readonly string[]>> {
  const files = await Promise.all(
    Object.entries(CHARTS).map(async ([chart, source]) => {
      const file = join(directory, `crds-${chart}.json`);
      const items = await crdsOf(source);
      // YAML takes JSON for a document.
      writeFileSync(file, items.map((one) => JSON.stringify(one)).join("\n---\n"));
      return [chart, [file]] as const;
    }),
  );
  return Object.fromEntries(files);
}
