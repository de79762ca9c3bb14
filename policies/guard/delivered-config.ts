import type { EnforcementLevel } from "@pulumi/policy";

/** Level and knobs of a rule as the engine delivered them: defaults, then `all`, then the limits file. */
export interface DeliveredRule {
  readonly enforcementLevel: EnforcementLevel;
  readonly config: Readonly<Record<string, unknown>>;
}
export type DeliveredConfig = ReadonlyMap<string, DeliveredRule>;

let delivered: DeliveredConfig | undefined;

/** Keeps what the engine sent. The engine configures a pack before it shows it the first resource. */
export function deliver(config: DeliveredConfig): void {
  delivered = config;
}

/** Undefined where no configuration came, or the listener missed it: a guard must take that as a breach. */
export function deliveredConfig(): DeliveredConfig | undefined {
  return delivered;
}
