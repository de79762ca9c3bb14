import type { CostTags, Plan } from "@pyairtable/plan";

/** Where everything of this room stands, plain. */
export interface Place {
  readonly project: string;
  readonly environment: string;
  readonly region: string;
  /** Twelve digits, plain, so that policies are known in a preview. */
  readonly accountId: string;
  readonly tags: CostTags;
}

export function placeOf(plan: Plan, accountId: string): Place {
  const { project, environment, region, tags } = plan;
  return { project, environment, region, accountId, tags };
}

export const prefixOf = ({ project, environment }: Place) => `${project}-${environment}`;

/** Private DNS zone of the monitoring tasks: `metrics.<zone>`, `views.<zone>`. */
export const zoneOf = (place: Pick<Place, "project" | "environment">) =>
  `monitoring.${place.project}-${place.environment}.internal`;

export const hostOf = (place: Pick<Place, "project" | "environment">, task: "metrics" | "views") =>
  `${task}.${zoneOf(place)}`;
