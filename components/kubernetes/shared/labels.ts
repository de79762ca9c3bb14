import { costLabels, DOMAIN_LABEL, NAME_LABEL, PART_OF_LABEL, TIER_LABEL } from "@pyairtable/kubernetes-facts";
import type { CostTags, Tier } from "@pyairtable/plan";

/** What an object of the platform says of itself. */
export interface LabelSource {
  /** Value of `app.kubernetes.io/name`. Example `record-service`. */
  readonly name: string;
  readonly tags: CostTags;
  readonly domain?: string;
  readonly tier?: Tier;
}

/** Labels of any object: name, project, domain, tier and the six cost tags. Each object gets its own copy. */
export function objectLabels({ name, tags, domain, tier }: LabelSource): Record<string, string> {
  return {
    [NAME_LABEL]: name,
    [PART_OF_LABEL]: tags.Project,
    ...(domain === undefined ? {} : { [DOMAIN_LABEL]: domain }),
    ...(tier === undefined ? {} : { [TIER_LABEL]: tier }),
    ...costLabels(tags),
  };
}

/** What selects a service's pods. Kept to one label: a Deployment's selector can never change. */
export function podLabels(service: string): Record<string, string> {
  return { [NAME_LABEL]: service };
}

/** Empty, or at most 63 of letters, digits, `-`, `_`, `.`, with a letter or digit at both ends. */
export function isLabelValue(value: string): boolean {
  return value.length <= 63 && /^([A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?)?$/.test(value);
}

/** A DNS label as Services need it: at most 63 of `a-z 0-9 -`, a letter first, no hyphen last. */
export function isDnsLabel(name: unknown): name is string {
  return typeof name === "string" && name.length <= 63 && /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(name);
}
