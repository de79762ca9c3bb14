import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@pyairtable/plan";
import type { ControlPlane } from "../control-plane/index.ts";
import type { CommandResult } from "../support/isolated-sandbox.ts";
import type { Cluster } from "./cluster.ts";
import type { FleetNode } from "./fleet.ts";
import type { Load } from "./usage.ts";

/** What every step of the lab works with. */
export interface Lab {
  readonly plan: Plan;
  readonly controlPlane: ControlPlane;
  readonly cluster: Cluster;
  /** Runs a pulumi command in the sandbox, its Kubernetes provider applying to this cluster. */
  pulumi(args: readonly string[]): Promise<CommandResult>;
  readonly fleet: readonly FleetNode[];
  /** Adds nodes of the fleet and waits until they are ready. */
  addNodes(nodes: readonly FleetNode[]): Promise<void>;
  /** What pods use. */
  readonly load: Load;
  /** Says where the lab is; nothing that is measured depends on it. */
  say(text: string): void;
  /** Writes a file of the report and returns its path. */
  save(name: string, text: string): string;
}

/** The folder of the lab's pictures and figures. */
export function reportWriter(directory: string): Lab["save"] {
  mkdirSync(directory, { recursive: true });
  return (name, text) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };
}
