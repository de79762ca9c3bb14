import type { Invariant } from "./subject.ts";
import { problem } from "./subject.ts";

/** A service for Kubernetes has a cluster to run on. */
export const runtimeInvariant: Invariant = ({ catalog, config }) =>
  catalog.flatMap(({ name, runtime }) => {
    if (runtime === "ecs" || config.kubernetes.mode !== "off") return [];
    const fix = 'Set runtime to "ecs", or turn on platform.kubernetes.mode in this environment.';
    return [problem("runtime", `${name}.runtime`, runtime, '"ecs": kubernetes.mode is "off" here', fix)];
  });
