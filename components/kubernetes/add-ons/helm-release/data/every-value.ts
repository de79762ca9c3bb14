import { costTags } from "@pyairtable/plan";
import { argoCdRecord } from "../../argo-cd/normalise.ts";
import { argoCdValues } from "../../argo-cd/values.ts";
import type { AddOnArgs } from "../../common-args.ts";
import { externalSecretsRecord } from "../../external-secrets/normalise.ts";
import { externalSecretsValues } from "../../external-secrets/values.ts";
import { kedaRecord } from "../../keda/normalise.ts";
import { kedaValues } from "../../keda/values.ts";
import { prometheusOperatorValues } from "../../prometheus-operator/normalise.ts";
import { addOnReporter } from "../../reporter.ts";

const tags = costTags({ project: "p", environment: "e", service: "platform", owner: "o", costCenter: "c" });
const common: AddOnArgs = { kubernetesVersion: "1.34", tags, serviceMonitor: true };
const report = addOnReporter("every value");

/** ConfigMaps that a chart's own comments open to any key, though its defaults have none. */
export const OPEN_MAPS: Readonly<Record<string, readonly string[]>> = { "argo-cd": ["configs/params"] };

/** Every key an add-on may set, by values with everything on. */
export function everyValue(addOn: string): readonly object[] {
  switch (addOn) {
    case "argo-cd": {
      const args = { ...common, host: "argocd.example.com", teams: [], services: [] };
      return [argoCdValues(argoCdRecord(args, report))];
    }
    case "external-secrets":
      return [externalSecretsValues(externalSecretsRecord(common, report))];
    case "keda":
      return [kedaValues(kedaRecord(common, report))];
    case "prometheus-operator":
      return [prometheusOperatorValues()];
    default:
      throw new Error(`${addOn} has no chart`);
  }
}
