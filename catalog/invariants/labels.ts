import type { Diagnostic } from "@pyairtable/diagnostics";
import { type Invariant, problem } from "./subject.ts";

/** Stricter than a tag: no spaces, colons or slashes, at most 63 characters. */
const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** The platform's own owner and cost centre become labels too; those of services are in a narrower form already. */
export const labelInvariant: Invariant = ({ config }) =>
  (["owner", "costCenter"] as const).flatMap((field): Diagnostic[] => {
    if (config.kubernetes.mode === "off" || LABEL_VALUE.test(config[field])) return [];
    const fix = "Write it so that a Kubernetes label can hold it: the same words become cost labels.";
    return [problem("label-value", `platform.${field}`, config[field], "at most 63 letters, digits, - _ .", fix)];
  });
