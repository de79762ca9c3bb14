import { PriorityClass, type PriorityClassArgs } from "@pulumi/kubernetes/scheduling/v1/priorityClass.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { NEVER_PREEMPTS, PRIORITY_CLASSES } from "@pyairtable/kubernetes-facts";
import type { CostTags } from "@pyairtable/plan";
import { child } from "../../shared/index.ts";
import { objectLabels } from "../shared/index.ts";
import type { PriorityClassesTransform } from "./transform.ts";
import type { NamespacesWiring } from "./wiring.ts";

export interface PriorityClassesArgs {
  /** Tags of what all services share; they become labels. */
  readonly tags: CostTags;
  readonly wiring?: NamespacesWiring;
  readonly transform?: PriorityClassesTransform;
}

/** Who is scheduled first, and who makes room. None is the default of other people's pods. */
export class PriorityClasses extends ComponentResource {
  /** Names, plain. */
  readonly names: readonly string[];

  constructor(name: string, { tags, wiring, transform }: PriorityClassesArgs, opts?: ComponentResourceOptions) {
    super("pyairtable:kubernetes:PriorityClasses", name, {}, opts);
    const own = { parent: this, dependsOn: [...(wiring?.dependsOn ?? [])] };
    const manifests = priorityClassManifests(tags);
    for (const manifest of manifests)
      new PriorityClass(...child(transform?.priorityClass, `${name}-${manifest.metadata.name}`, manifest, own));
    this.names = manifests.map(({ metadata }) => metadata.name);
    this.registerOutputs({ names: this.names });
  }
}

/** No `globalDefault`: the API server drops a false one, and the next refresh would find a difference. */
export function priorityClassManifests(tags: CostTags) {
  return Object.entries(PRIORITY_CLASSES).map(
    ([name, value]) =>
      ({
        metadata: { name, labels: objectLabels({ name, tags }) },
        value,
        preemptionPolicy: NEVER_PREEMPTS.has(name) ? "Never" : "PreemptLowerPriority",
        description: `Pods of tier ${name.slice(name.indexOf("-") + 1)}, as the catalog says it.`,
      }) satisfies PriorityClassArgs,
  );
}
