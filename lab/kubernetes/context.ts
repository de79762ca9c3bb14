import type { Plan } from "@pyairtable/plan";
import type { CommandResult } from "../support/isolated-sandbox.ts";
import type { Save } from "../support/report.ts";
import type { Cluster } from "./cluster.ts";
import type { FleetNode } from "./fleet.ts";
import type { Load } from "./usage.ts";

/** What every step of the lab works with. */
export interface Lab {
  readonly plan: Plan;
  readonly cluster: Cluster;
  /** Runs a pulumi command in the sandbox, its Kubernetes provider applying to this cluster. */
  pulumi(args: readonly string[]): Promise<CommandResult>;
  readonly fleet: readonly FleetNode[];
  /** Adds nodes of the fleet and waits until they are ready. */
  addNodes(nodes: readonly FleetNode[]): Promise<void>;
  /** The machine goes at once, its pods with it. */
  removeNode(name: string): Promise<void>;
  /** What pods use. */
  readonly load: Load;
  /** Says where the lab is; nothing that is measured depends on it. */
  say(text: string): void;
  readonly save: Save;
}
