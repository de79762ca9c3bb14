import * as pulumi from "@pulumi/pulumi";
import type { PlatformConfig } from "../../catalog/platform-config.ts";
import { readSettings } from "./settings.ts";

/** Reads the running program's configuration: the only place that asks the engine for it. */
export function fromPulumiConfig(): PlatformConfig {
  const settings: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(pulumi.runtime.allConfig())) settings[key] = parsed(text);
  return readSettings(settings, `Pulumi.${pulumi.getStack()}.yaml`);
}

// The engine hands structured values over as JSON and plain ones as they are.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
