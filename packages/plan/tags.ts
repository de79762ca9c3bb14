/** Cost-allocation tags: typed keys, activated once in the billing console, on every taggable resource. */
export const COST_TAG_KEYS = ["Project", "Environment", "Service", "Owner", "CostCenter", "ManagedBy"] as const;
export type CostTagKey = (typeof COST_TAG_KEYS)[number];
export type CostTags = { readonly [K in CostTagKey]: string };

export interface CostTagSource {
  readonly project: string;
  readonly environment: string;
  /** Catalog name, or `platform` for what all services share. */
  readonly service: string;
  readonly owner: string;
  readonly costCenter: string;
}

/** The six tags of one owner of cost. */
export function costTags(source: CostTagSource): CostTags {
  return {
    Project: source.project,
    Environment: source.environment,
    Service: source.service,
    Owner: source.owner,
    CostCenter: source.costCenter,
    ManagedBy: "pulumi",
  };
}
