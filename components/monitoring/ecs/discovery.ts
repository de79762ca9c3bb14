import { PrivateDnsNamespace } from "@pulumi/aws/servicediscovery/privateDnsNamespace.js";
import { Service } from "@pulumi/aws/servicediscovery/service.js";
import type { Output } from "@pulumi/pulumi";
import { resourceTags } from "../../shared/index.ts";
import { zoneOf } from "../place.ts";
import type { EcsScene } from "./scene.ts";

/** Short, since a task that is replaced comes back at another address. */
const TTL_SECONDS = 10;

/**
 * Plain names in the VPC: no proxy in every service, and no service that must restart to learn a name. A private zone is
 * 0.50 USD a month.
 */
export function makeNames(
  scene: EcsScene,
  tasks: readonly ("metrics" | "views")[],
): Readonly<Record<string, Output<string>>> {
  const { name, place, parent, wiring } = scene;
  const own = { parent };
  const tags = resourceTags(place.tags);
  const zone = new PrivateDnsNamespace(
    `${name}-zone`,
    { name: zoneOf(place), vpc: wiring.vpcId, description: "Tasks of monitoring", tags },
    own,
  );
  return Object.fromEntries(
    tasks.map((task) => {
      const args = {
        name: task,
        dnsConfig: {
          namespaceId: zone.id,
          routingPolicy: "MULTIVALUE",
          dnsRecords: [{ type: "A", ttl: TTL_SECONDS }],
        },
        tags,
      };
      return [task, new Service(`${name}-name-${task}`, args, own).arn];
    }),
  );
}
