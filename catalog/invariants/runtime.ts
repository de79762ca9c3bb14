import { type Diagnostic, nearest } from "@pyairtable/diagnostics";
import { effectiveEntries, type Invariant, problem, type Subject } from "./subject.ts";

/** A service for Kubernetes has a cluster to run on, and what an environment moves there exists. */
export const runtimeInvariant: Invariant = (subject) => [
  ...unknownNames(subject),
  ...withoutCluster(subject),
  ...acrossRuntimes(subject),
];

function unknownNames({ names, config }: Subject): Diagnostic[] {
  const { services } = config.kubernetes;
  if (typeof services === "string") return [];
  return services.flatMap((name, i): Diagnostic[] => {
    if (names.has(name)) return [];
    const near = nearest(name, [...names]);
    const fix = near === undefined ? "Remove it." : `Rename it to ${near}.`;
    const wanted = "the name of a service in the catalog";
    return [problem("unknown-on-kubernetes", `platform.kubernetes.services[${i}]`, name, wanted, fix)];
  });
}

function withoutCluster({ catalog, config }: Subject): Diagnostic[] {
  if (config.kubernetes.mode !== "off") return [];
  const fix = 'Set runtime to "ecs", or turn on platform.kubernetes.mode in this environment.';
  const moved = config.kubernetes.services !== "catalog";
  if (moved) {
    const wanted = '"catalog": kubernetes.mode is "off" here';
    const why = "Turn on platform.kubernetes.mode, or leave services as the catalog says.";
    return [problem("runtime", "platform.kubernetes.services", config.kubernetes.services, wanted, why)];
  }
  return catalog.flatMap(({ name, runtime }) => {
    if (runtime === "ecs") return [];
    return [problem("runtime", `${name}.runtime`, runtime, '"ecs": kubernetes.mode is "off" here', fix)];
  });
}

/** Service Connect's names end at ECS and the cluster's at Kubernetes: a call stays on its side. */
function acrossRuntimes(subject: Subject): Diagnostic[] {
  if (subject.config.kubernetes.mode === "off") return [];
  const runtimes = new Map(effectiveEntries(subject).map(({ entry, runtime }) => [entry.name, runtime]));
  return subject.catalog.flatMap((entry) =>
    (["calls", "softCalls"] as const).flatMap((field) =>
      entry[field].flatMap((callee, i): Diagnostic[] => {
        const mine = runtimes.get(entry.name);
        const other = runtimes.get(callee);
        if (other === undefined || other === mine) return [];
        const got = `${callee} on ${other}`;
        const wanted = `a callee on ${mine}, as ${entry.name} is`;
        const fix = "Move both to one runtime, or hand the work over by a queue.";
        return [problem("call-across-runtimes", `${entry.name}.${field}[${i}]`, got, wanted, fix)];
      }),
    ),
  );
}
