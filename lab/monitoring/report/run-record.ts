import { createHash } from "node:crypto";
import type { RuleFile } from "@pyairtable/monitoring";
import type { Plan } from "@pyairtable/plan";
import { isAlert } from "@pyairtable/slo";
import { SCENARIO } from "../scenario/scenario.ts";

/** What a run was of, so that a later reader can tell whether its figures still hold. */
export interface RunRecord {
  readonly schema: 1;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly seconds: number;
  readonly short: boolean;
  readonly historyDays: number;
  /** Digest of the scenario and of what it is played on; with another one the figures are of another platform. */
  readonly scenario: string;
  /** Digest of all rules; with another one the verdicts are of other rules. */
  readonly rules: string;
  readonly platform: {
    readonly services: number;
    readonly onEcs: number;
    readonly onKubernetes: number;
    /** At another size than the stack's, on purpose. */
    readonly resized: number;
    readonly recordingRules: number;
    readonly alerts: number;
  };
  /** Written by this run. Others in the folder are of an earlier one. */
  readonly files: readonly string[];
  /** What the short form has no time for, in words; empty in full. */
  readonly leftOut: readonly string[];
}

type What = Pick<RunRecord, "scenario" | "rules" | "platform">;

/** Digests and counts of the platform that the lab plays; the same for the same code, whatever the day. */
export function whatIsPlayed(plan: Plan, files: readonly RuleFile[]): What {
  const services = plan.services.map(({ name, runtime, cpuUnits, memoryMiB, replicas, slo }) => [
    name,
    runtime,
    [cpuUnits, memoryMiB],
    [replicas.min, replicas.max],
    [slo.availability, slo.latencyP95Ms],
  ]);
  const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  const onEcs = plan.services.filter(({ runtime }) => runtime === "ecs").length;
  return {
    scenario: digest([SCENARIO, services]),
    rules: digest(files),
    platform: {
      services: services.length,
      onEcs,
      onKubernetes: services.length - onEcs,
      resized: Object.values(SCENARIO.services).filter(({ size }) => size !== undefined).length,
      recordingRules: rules.filter((rule) => !isAlert(rule)).length,
      alerts: rules.filter(isAlert).length,
    },
  };
}

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
