import { type Diagnostic, nearest, show, throwIfAny, UserError } from "@pyairtable/diagnostics";
import type { PlatformConfig } from "../../catalog/platform-config.ts";
import { readPlatformConfig } from "./read.ts";

export const PLATFORM_KEY = "pyairtable:platform";

/**
 * Reads all settings of a stack, by full key (`namespace:name`).
 *
 * The project's namespace holds one key, `pyairtable:platform`; `aws:region`, where set, must agree with it. Other
 * namespaces belong to their providers and are left alone.
 */
export function readSettings(settings: Readonly<Record<string, unknown>>, subject: string): PlatformConfig {
  const strangers = Object.keys(settings)
    .filter((key) => key !== PLATFORM_KEY && (key.startsWith("pyairtable:") || !key.includes(":")))
    .map((key): Diagnostic => unknownSetting(key, settings[key], subject));
  if (!Object.hasOwn(settings, PLATFORM_KEY)) {
    const fix = `Add ${PLATFORM_KEY} with at least owner, costCenter, edge and budget.`;
    const missing = {
      code: "config.missing",
      path: `${subject}: ${PLATFORM_KEY}`,
      got: "nothing",
      wanted: "an object",
      fix,
    };
    throw new UserError(subject, [missing, ...strangers]);
  }
  const { config, problems } = attempt(settings[PLATFORM_KEY], subject);
  const region = settings["aws:region"];
  if (config !== undefined && region !== undefined && region !== config.region) {
    problems.push({
      code: "config.region-conflict",
      path: `${subject}: aws:region`,
      got: show(region),
      wanted: `${show(config.region)}, as platform.region says`,
      fix: "Remove aws:region; the platform passes its own region to the provider.",
    });
  }
  throwIfAny(subject, [...strangers, ...problems]);
  return config!;
}

function attempt(raw: unknown, subject: string): { config?: PlatformConfig; problems: Diagnostic[] } {
  try {
    return { config: readPlatformConfig(raw, subject), problems: [] };
  } catch (error) {
    if (error instanceof UserError) return { problems: [...error.diagnostics] };
    throw error;
  }
}

function unknownSetting(key: string, value: unknown, subject: string): Diagnostic {
  const near = nearest(key, [PLATFORM_KEY]);
  const fix = near === undefined ? `Move it below ${PLATFORM_KEY}, or remove it.` : `Rename it to ${near}.`;
  return {
    code: "config.unknown-key",
    path: `${subject}: ${key}`,
    got: show(value),
    wanted: `the one key ${PLATFORM_KEY}`,
    fix,
  };
}
