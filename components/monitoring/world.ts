import type { ComponentResource } from "@pulumi/pulumi";
import type { Diagnostic } from "@pyairtable/diagnostics";
import type { MonitoringDoors, MonitoringPlan, Plan } from "@pyairtable/plan";

/** What every half of monitoring is told. */
export interface Scene {
  /** Logical name of the component. */
  readonly name: string;
  readonly plan: Plan;
  readonly monitoring: MonitoringPlan;
  /** Grafana's generated dashboards: name → JSON. */
  readonly dashboards: Readonly<Record<string, string>>;
  readonly parent: ComponentResource;
}

/** Where people and services find it, plain. */
export type Doors = MonitoringDoors;

/**
 * One half: tasks on ECS, CloudWatch, or a cluster. The caller hands in those it has, so that a preview loads no provider
 * it does not use.
 */
export interface World {
  readonly kind: "ecs" | "cloudwatch" | "kubernetes";
  /** What is wrong, before anything is made. */
  readonly check?: (scene: Omit<Scene, "name" | "parent">) => readonly Diagnostic[];
  readonly make: (scene: Scene) => Doors;
}
