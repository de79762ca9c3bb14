import type { CustomResourceDefinitionArgs } from "@pulumi/kubernetes/apiextensions/v1/customResourceDefinition.js";
import { objectLabels } from "../foundation/labels.ts";
import type { VerticalPodAutoscalerRecord } from "./args.ts";
import table from "./data/crds.generated.json" with { type: "json" };
import { VPA } from "./names.ts";

interface Definition {
  readonly metadata: { readonly name: string; readonly annotations: Readonly<Record<string, string>> };
  readonly spec: CustomResourceDefinitionArgs["spec"];
}

/** The release's CRDs by plural, resources of their own, so that an upgrade upgrades them too. */
export function crdArgs(
  record: VerticalPodAutoscalerRecord,
): { readonly plural: string; readonly args: CustomResourceDefinitionArgs }[] {
  return (table.crds as unknown as readonly Definition[]).map(({ metadata, spec }) => ({
    plural: metadata.name.slice(0, metadata.name.indexOf(".")),
    args: {
      metadata: {
        name: metadata.name,
        labels: objectLabels(VPA, record),
        annotations: { ...metadata.annotations },
      },
      spec,
    },
  }));
}
