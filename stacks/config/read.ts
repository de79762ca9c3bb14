import { throwIfAny } from "@pyairtable/diagnostics";
import { deepFreeze } from "@pyairtable/plan";
import type { PlatformConfig } from "../../catalog/platform-config.ts";
import { crossFieldProblems } from "./checks/index.ts";
import { platformSchema } from "./schema.ts";
import { schemaProblems } from "./schema-problems.ts";
import { soundSections } from "./sections.ts";
import { zonesAsked } from "./zones.ts";

/**
 * Reads the value of `pyairtable:platform`.
 *
 * `subject` is the file or source it came from and heads every path. Throws one `UserError` with all problems; what
 * is returned is complete and frozen.
 */
export function readPlatformConfig(raw: unknown, subject: string): PlatformConfig {
  const parsed = platformSchema.safeParse(raw ?? {});
  throwIfAny(subject, [
    ...(parsed.success ? [] : schemaProblems(parsed.error.issues, raw ?? {}, subject)),
    ...crossFieldProblems(soundSections(raw ?? {}), subject),
  ]);
  const { zones, cluster, ...rest } = parsed.data!;
  return deepFreeze({
    ...rest,
    zones: zonesAsked(rest.region, zones),
    cluster: { ...cluster, exec: cluster.exec === "off" ? null : cluster.exec },
  });
}
