import { COST_LABELS } from "@pyairtable/kubernetes-facts";

// In a preview the policy engine hands out proxies that throw where a value is not known yet. A price then rests on
// its documented default, so reading must not throw.

export function valueAt(props: unknown, ...path: readonly (string | number)[]): unknown {
  let value: unknown = props;
  for (const key of path) {
    if (value === null || typeof value !== "object") return undefined;
    try {
      value = (value as Record<string | number, unknown>)[key];
    } catch {
      return undefined;
    }
  }
  return value;
}

export function numberAt(props: unknown, ...path: readonly (string | number)[]): number | null {
  const value = valueAt(props, ...path);
  if (typeof value === "number") return value;
  return typeof value === "string" && value !== "" && Number.isFinite(Number(value)) ? Number(value) : null;
}

export function textAt(props: unknown, ...path: readonly (string | number)[]): string | null {
  const value = valueAt(props, ...path);
  return typeof value === "string" ? value : null;
}

/** The list's items, or null where it is missing or not known yet. */
export function listAt(props: unknown, ...path: readonly (string | number)[]): readonly unknown[] | null {
  const value = valueAt(props, ...path);
  return Array.isArray(value) ? value : null;
}

/** Owner of what no service owns. */
export const PLATFORM = "platform";

/**
 * Owner of a resource's cost: its `Service` tag or label; for scaling policies, which take no tags, the service that
 * their `resourceId` (`service/<cluster>/<name>`) names.
 */
export function serviceOf(props: unknown): string {
  const scaled = textAt(props, "resourceId")?.split("/") ?? [];
  return (
    textAt(props, "tags", "Service") ??
    textAt(props, "tagsAll", "Service") ??
    textAt(props, "metadata", "labels", COST_LABELS.Service) ??
    (scaled[0] === "service" ? scaled[2] : undefined) ??
    PLATFORM
  );
}
