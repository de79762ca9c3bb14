import type { CapturedGraph } from "./captured.ts";
import { fixtureNetwork } from "./fixture-network.ts";
import { fixtureService } from "./fixture-service.ts";

/**
 * A small healthy prod stack, shaped as the components make it: network, cluster, load balancer, and three services
 * whose tasks put 69% of the vCPU on Spot. Made anew at each call, so a mutant can change it.
 */
export function fixtureGraph(): CapturedGraph {
  const graph = [
    ...fixtureNetwork(),
    ...fixtureService({
      name: "api-gateway",
      owner: "team-access",
      costCenter: "cc-1100",
      cpuUnits: 512,
      memoryMiB: 1024,
      tasks: 2,
      base: 1,
      public: true,
    }),
    ...fixtureService({
      name: "record-service",
      owner: "team-records",
      costCenter: "cc-1300",
      cpuUnits: 512,
      memoryMiB: 1024,
      tasks: 2,
      base: 1,
    }),
    ...fixtureService({
      name: "import-worker",
      owner: "team-automation",
      costCenter: "cc-1400",
      cpuUnits: 256,
      memoryMiB: 1024,
      tasks: 5,
      base: 0,
    }),
  ];
  // By JSON, as a captured graph comes: no two resources share an object.
  return JSON.parse(JSON.stringify(graph)) as CapturedGraph;
}
