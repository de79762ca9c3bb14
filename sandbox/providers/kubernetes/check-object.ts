import { createHash } from "node:crypto";
import type { ResourceId } from "../backend.ts";
import { isObject, isUnknown, join, type Properties, text } from "../values.ts";
import type { Violation } from "../violation.ts";
import rules from "./data/object-rules.json" with { type: "json" };
import { annotation } from "./objects.ts";

const labelKinds = new Set(rules.nameIsLabel);
const specKinds = new Set(rules.needsSpec);
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_KEY = /^([a-z0-9A-Z][-a-z0-9A-Z.]{0,252}\/)?[a-zA-Z0-9]([-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?$/;
const LABEL_VALUE = /^([a-zA-Z0-9]([-a-zA-Z0-9_.]{0,61}[a-zA-Z0-9])?)?$/;
/** Kinds of rbac.authorization.k8s.io take any path segment, such as `system:node`. */
const PATH_SEGMENT_KINDS = new Set(["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);
const MARK = "pulumi.com/autonamed";

/** The object with a name: its own, the one it had, or one drawn from the URN. */
export function withName(resource: ResourceId, inputs: Properties, olds: Properties | undefined): Properties {
  const metadata = isObject(inputs.metadata) ? inputs.metadata : {};
  if (metadata.name !== undefined || metadata.generateName !== undefined) return inputs;
  const old =
    isObject(olds?.metadata) && isObject(olds.metadata.annotations) && olds.metadata.annotations[MARK] === "true"
      ? olds.metadata.name
      : undefined;
  const suffix = createHash("sha256").update(resource.urn).digest("hex").slice(0, 8);
  const annotations = { ...(isObject(metadata.annotations) ? metadata.annotations : {}), [MARK]: "true" };
  return { ...inputs, metadata: { ...metadata, annotations, name: old ?? `${resource.name}-${suffix}` } };
}

/** What the real provider does and this one does not. */
export function checkPlayed({ type }: ResourceId, inputs: Properties): Violation[] {
  const kind = text(inputs.kind) ?? "";
  const wait = annotation(inputs, "waitFor");
  const found: Violation[] = [];
  if (type.endsWith(`:${kind}Patch`)) {
    const wanted = `the ${kind} itself`;
    found.push({ path: "kind", got: `${kind}Patch`, wanted, message: "Patch resources are not played here" });
  }
  if (wait !== undefined && !wait.startsWith("condition=")) {
    const path = 'metadata.annotations["pulumi.com/waitFor"]';
    found.push({ path, got: wait, wanted: "condition=Type", message: "only conditions are waited for here" });
  }
  return found;
}

/** Rules that an API server holds for every kind: identity, names, labels, and a spec where there must be one. */
export function checkObject(inputs: Properties): Violation[] {
  const found: Violation[] = [];
  const kind = text(inputs.kind) ?? "";
  const metadata = isObject(inputs.metadata) ? inputs.metadata : {};
  const refuse = (path: string, got: Violation["got"], wanted: string, message: string): number =>
    found.push({ path, got, wanted, message });
  if (
    !isUnknown(inputs.apiVersion) &&
    !/^([a-z0-9.-]+\/)?v\d+((alpha|beta)\d+)?$/.test(text(inputs.apiVersion) ?? "")
  ) {
    refuse("apiVersion", inputs.apiVersion, "group/version or version", "invalid apiVersion");
  }
  if (kind === "" && !isUnknown(inputs.kind)) refuse("kind", inputs.kind, "the kind of the object", "Required value");
  if (specKinds.has(kind) && inputs.spec === undefined) refuse("spec", undefined, `a ${kind} spec`, "Required value");
  checkName(kind, metadata, refuse);
  const labels = isObject(metadata.labels) ? metadata.labels : {};
  for (const [key, value] of Object.entries(labels)) {
    const path = join("metadata.labels", key);
    if (!LABEL_KEY.test(key))
      refuse(path, key, "an optional DNS prefix and a name of at most 63 characters", "Invalid label key");
    const known = text(value);
    if (known !== undefined && !LABEL_VALUE.test(known)) {
      refuse(
        path,
        known,
        "at most 63 letters, digits, '-', '_' or '.', a letter or digit at both ends",
        "Invalid label value",
      );
    }
  }
  return found;
}

function checkName(
  kind: string,
  metadata: Properties,
  refuse: (path: string, got: string, wanted: string, message: string) => void,
): void {
  const namespace = text(metadata.namespace);
  if (namespace !== undefined && (namespace.length > 63 || !LABEL.test(namespace))) {
    refuse("metadata.namespace", namespace, "a DNS-1123 label of at most 63 characters", "Invalid value");
  }
  const name = text(metadata.name);
  if (name === undefined) return;
  if (PATH_SEGMENT_KINDS.has(kind)) {
    if (/^(?!\.{1,2}$)[^/%]+$/.test(name)) return;
    refuse("metadata.name", name, "a name without / and %", "Invalid value");
    return;
  }
  const isLabel = labelKinds.has(kind);
  const longest = isLabel ? 63 : 253;
  if (name.length <= longest && (isLabel ? LABEL : SUBDOMAIN).test(name)) return;
  const noun = isLabel ? "label" : "subdomain";
  refuse("metadata.name", name, `a DNS-1123 ${noun} of at most ${longest} characters, lower case`, "Invalid value");
}
