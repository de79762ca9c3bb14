import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { MonitoringArgs } from "./args.ts";
import { checkMonitoring } from "./checks.ts";
import type { Doors } from "./world.ts";

/** Prometheus, Alertmanager, Grafana, Jaeger and CloudWatch's own alarms, as the plan says, in each world it has. */
export class Monitoring extends ComponentResource {
  /** Where each is found, by world. Plain; reachable from private addresses only. */
  readonly doors: Readonly<Record<string, Doors>>;

  constructor(name: string, args: MonitoringArgs, opts?: ComponentResourceOptions) {
    checkMonitoring(name, args);
    super("pyairtable:monitoring:Monitoring", name, {}, opts);
    const { plan, monitoring, dashboards } = args;
    this.doors = Object.fromEntries(
      args.worlds.map(({ kind, make }) => [kind, make({ name, plan, monitoring, dashboards, parent: this })]),
    );
    this.registerOutputs({ doors: this.doors });
  }
}
