import { isIP } from "node:net";
import { type Diagnostic, show, throwIfAny } from "@pyairtable/diagnostics";
import { type Policy, policySchema } from "./schema.ts";
import type { Labels, NetworkInput, PodInput } from "./types.ts";

/** Set by the API server on every namespace. */
const NAME_LABEL = "kubernetes.io/metadata.name";

interface ReadNetwork {
  readonly namespaces: ReadonlyMap<string, Labels>;
  readonly pods: readonly PodInput[];
  readonly policies: readonly Policy[];
}

export function readNetwork({ namespaces, pods, policies }: NetworkInput): ReadNetwork {
  const labels = new Map(namespaces.map((one) => [one.name, { ...one.labels, [NAME_LABEL]: one.name }]));
  const problems: Diagnostic[] = [];
  const inNamespace = (path: string, namespace: string): void => {
    if (!labels.has(namespace)) problems.push(unknownNamespace(path, namespace, [...labels.keys()]));
  };
  const seen = new Set<string>();
  const unique = (path: string, kind: string, name: string): void => {
    if (seen.has(`${kind} ${name}`)) problems.push(twice(path, kind, name));
    seen.add(`${kind} ${name}`);
  };
  for (const [index, pod] of pods.entries()) {
    inNamespace(`pods[${index}].namespace`, pod.namespace);
    unique(`pods[${index}].name`, "pod", `${pod.namespace}/${pod.name}`);
    if (pod.ip !== undefined && isIP(pod.ip) === 0) problems.push(noAddress(`pods[${index}].ip`, pod.ip));
  }
  const read: Policy[] = [];
  for (const [index, value] of policies.entries()) {
    const parsed = policySchema.safeParse(value);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => invalid(index, value, issue.path, issue.message)));
      continue;
    }
    const { name, namespace } = parsed.data.metadata;
    inNamespace(`policies[${index}].metadata.namespace`, namespace);
    unique(`policies[${index}].metadata.name`, "policy", `${namespace}/${name}`);
    read.push(parsed.data);
  }
  throwIfAny("network policies", problems);
  return { namespaces: labels, pods, policies: read };
}

function invalid(index: number, value: unknown, path: readonly PropertyKey[], message: string): Diagnostic {
  const got = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
  return {
    code: "network-policy.invalid",
    path: [`policies[${index}]`, ...path.map(String)].join("."),
    got: show(got),
    wanted: message.replace(/^Invalid [a-z]+: /, ""),
    fix: "Write the policy as networking.k8s.io/v1 has it; the API server would refuse or ignore this.",
  };
}

function unknownNamespace(path: string, namespace: string, known: readonly string[]): Diagnostic {
  return {
    code: "network-policy.namespace",
    path,
    got: show(namespace),
    wanted: known.length === 0 ? "a namespace that was given; none was" : `one of ${[...known].sort().join(", ")}`,
    fix: "Give the namespace with its labels, or correct the name.",
  };
}

function twice(path: string, kind: string, name: string): Diagnostic {
  return {
    code: "network-policy.twice",
    path,
    got: show(name),
    wanted: `one ${kind} of that name in its namespace`,
    fix: "Remove or rename the repeated one.",
  };
}

function noAddress(path: string, ip: string): Diagnostic {
  return { code: "network-policy.address", path, got: show(ip), wanted: "an IPv4 or IPv6 address", fix: "Correct it." };
}
