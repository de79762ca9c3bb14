import type { DeliveredConfig } from "./delivered-config.ts";
import { loweredRules } from "./lowered-rules.ts";

/** Rejects a configuration that turns the guard itself off or down: nobody would be left to report it. */
export function refuseLoweredGuard(guardId: string): (config: DeliveredConfig) => string | undefined {
  return (config) => {
    const [lowered] = loweredRules([{ id: guardId, enforcementLevel: "mandatory" }], config);
    if (lowered === undefined) return undefined;
    return `policy configuration refused: ${guardId} is ${lowered.delivered}, wanted mandatory. Remove it, or \`all\`, from the limits file; other rules are waived by ${guardId}.waivers.`;
  };
}
