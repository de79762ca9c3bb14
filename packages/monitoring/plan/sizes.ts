import { fargateCpuUnits, fargateMemoryMiB } from "@pyairtable/aws-facts";
import type { MonitoringTaskPlan } from "@pyairtable/plan";
import type { Capacity } from "../capacity/capacity.ts";
import defaults from "./data/defaults.json" with { type: "json" };

/** The task of Prometheus and what runs beside it: the smallest pair of Fargate that holds the computed memory. */
export function metricsTask({ memoryMiB }: Capacity, production: boolean, managed: boolean): MonitoringTaskPlan {
  const needed = managed ? defaults.managedMemoryMiB : memoryMiB + defaults.besidePrometheusMiB;
  const least = production ? defaults.cpuUnits.production : defaults.cpuUnits.other;
  for (const cpuUnits of fargateCpuUnits().filter((units) => units >= least)) {
    const memory = fargateMemoryMiB(cpuUnits).find((size) => size >= needed);
    if (memory === undefined) continue;
    return {
      cpuUnits,
      memoryMiB: memory,
      spot: !production,
      why: managed
        ? "a collector that keeps nothing"
        : production
          ? `${memoryMiB} MiB of series and ${defaults.besidePrometheusMiB} beside them; on demand, since it watches the loss of Spot`
          : "on Spot: nobody is woken by it",
    };
  }
  throw new Error(`no task of Fargate holds ${needed} MiB`);
}

export function viewsTask(): MonitoringTaskPlan {
  return { ...defaults.views, spot: true, why: "on Spot: dashboards and preferences are on disk, traces may go" };
}
