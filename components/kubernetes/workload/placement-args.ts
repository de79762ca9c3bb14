import type { Architecture, PodCapacity } from "@pyairtable/plan";

/** Which nodes the pods take. */
export interface PlacementArgs {
  /** CPU architecture. Default `arm64`. */
  readonly architecture?: Architecture;
  /** Spot, on demand, or even over both. Default `spot`: Spot first, on demand where there is none. */
  readonly capacity?: CapacityArgs;
  /** Spread over zones. Default: as even as may be, over whatever zones there are. */
  readonly zones?: ZonesArgs;
  /** Name of a PriorityClass, which must exist. Default null: none. */
  readonly priorityClass?: string | null;
}

export interface CapacityArgs {
  readonly kind: PodCapacity["kind"];
  /**
   * Node label that tells Spot from on demand, and its two values. Under `spread` every node needs it: one without it
   * takes no pod.
   */
  readonly label: { readonly key: string; readonly spot: string; readonly onDemand: string };
  /**
   * Both kinds of node can always be made (EKS with a pool of each). Then `spread` holds from the first pod on, and
   * waits for the kind that is not there yet; else it holds over the nodes there are. Default false.
   */
  readonly bothExist?: boolean;
}

export interface ZonesArgs {
  /** Zones of the cluster. Example 3. */
  readonly count: number;
  /** True: no zone may hold two pods more than another, and a pod waits rather than break it. Default false. */
  readonly required?: boolean;
}
