import { arnOf } from "../../shared/index.ts";
import type { PlaceArgs, PlaceRecord } from "./args.ts";

/** Names that follow from where it is: both components of this room build the same ones. */
export function placeRecord({ project, environment, region, accountId, tags }: PlaceArgs): PlaceRecord {
  const clusterName = `${project}-${environment}`;
  const clusterArn = arnOf({ region, accountId }, "eks", `cluster/${clusterName}`);
  return { project, environment, region, accountId, tags, clusterName, clusterArn };
}
