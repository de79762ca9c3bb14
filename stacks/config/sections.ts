import { type PlatformInput, platformSchema } from "./schema.ts";

/**
 * The sections that are right by themselves.
 *
 * Cross-field checks read these, so that one wrong section does not hide what is wrong between the others.
 */
export type SoundSections = Partial<PlatformInput>;

export function soundSections(raw: unknown): SoundSections {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return {};
  const sound: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(platformSchema.shape)) {
    const parsed = schema.safeParse((raw as Record<string, unknown>)[name]);
    if (parsed.success) sound[name] = parsed.data;
  }
  return sound;
}
