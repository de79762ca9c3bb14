import type { Plan } from "@pyairtable/plan";

/** A simulated node of the lab. */
export interface FleetNode {
  readonly name: string;
  readonly zone: string;
  readonly capacityType: "spot" | "on-demand";
  /** Cores. */
  readonly cpu: number;
  readonly memoryGiB: number;
}

const CPU = 3;
const MEMORY_GIB = 12;
const SPOT_NODES_A_ZONE = 2;

/**
 * One on-demand and two Spot nodes a zone. Without Spot a third of the capacity is left: enough for every critical
 * pod, too little for all, so that a storm shows who waits and who does not.
 */
export function fleetOf({ zones }: Pick<Plan, "zones">): FleetNode[] {
  return zones.flatMap((zone) => [
    node(`on-demand-${zone}`, zone, "on-demand"),
    ...Array.from({ length: SPOT_NODES_A_ZONE }, (_, i) => node(`spot-${zone}-${i + 1}`, zone, "spot")),
  ]);
}

function node(name: string, zone: string, capacityType: FleetNode["capacityType"]): FleetNode {
  return { name, zone, capacityType, cpu: CPU, memoryGiB: MEMORY_GIB };
}
