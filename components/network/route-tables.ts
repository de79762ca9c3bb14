import type { Vpc } from "@pulumi/awsx/ec2/index.js";
import * as pulumi from "@pulumi/pulumi";

/** Ids of every route table of the VPC. */
export function routeTableIds(vpc: Vpc): pulumi.Output<string[]> {
  return vpc.routeTables.apply((tables) => pulumi.all(tables.map((table) => table.id)));
}

/** Id of the route table that a subnet is associated with. */
export function routeTableOf(vpc: Vpc, subnetId: pulumi.Input<string>): pulumi.Output<string> {
  const pairs = vpc.routeTableAssociations.apply((associations) =>
    pulumi.all(associations.map(({ subnetId, routeTableId }) => pulumi.all([subnetId, routeTableId]))),
  );
  return pulumi.all([pairs, subnetId]).apply(([known, wanted]) => {
    const [, routeTableId] = known.find(([subnet]) => subnet === wanted) ?? [];
    if (routeTableId === undefined) throw new Error(`subnet ${wanted} has no route table in its VPC`);
    return routeTableId;
  });
}

/** One member of a list known only after deployment; how many there are is known from the zones. */
export function nth(ids: pulumi.Input<string[]>, index: number): pulumi.Output<string> {
  return pulumi.output(ids).apply((all) => {
    const id = all[index];
    if (id === undefined) throw new Error(`expected at least ${index + 1} ids, got ${all.length}`);
    return id;
  });
}
