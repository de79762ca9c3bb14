import { nearest } from "@pyairtable/diagnostics";
import { type Invariant, problem } from "./subject.ts";

/** Overrides of an environment name services that exist. */
export const overrideInvariant: Invariant = ({ names, config }) =>
  Object.keys(config.serviceOverrides).flatMap((name) => {
    if (names.has(name)) return [];
    const near = nearest(name, [...names]);
    const fix = near === undefined ? "Remove the override." : `Rename it to ${near}.`;
    const wanted = "the name of a service in the catalog";
    return [problem("unknown-override", `platform.serviceOverrides.${name}`, name, wanted, fix)];
  });
