import { isUnknown, type Properties, text } from "../values.ts";
import type { Violation } from "../violation.ts";

/** What a provider instance was configured with. */
export interface KubernetesSettings {
  /** Context of the kubeconfig file; its current one when undefined. */
  readonly context: string | undefined;
  /** Where namespaced objects go that name none; the context's when undefined. */
  readonly namespace: string | undefined;
  /** The program named a cluster of its own by `kubeconfig`. */
  readonly ownCluster: boolean;
  readonly force: boolean;
  readonly upsert: boolean;
  readonly mutableConfigMaps: boolean;
  readonly mutableSecrets: boolean;
}

export function settingsOf(inputs: Properties): KubernetesSettings {
  // Settings travel as text.
  const flag = (name: string): boolean => inputs[name] === true || inputs[name] === "true";
  return {
    context: text(inputs.context),
    namespace: text(inputs.namespace),
    ownCluster: inputs.kubeconfig !== undefined && inputs.kubeconfig !== null,
    force: flag("enablePatchForce"),
    upsert: flag("upsertExistingObjects"),
    mutableConfigMaps: flag("enableConfigMapMutable"),
    mutableSecrets: flag("enableSecretMutable"),
  };
}

/** What the real provider can be told and this one does not do. */
const NOT_PLAYED = ["cluster", "renderYamlToDirectory"];

/** Problems that need no cluster to be found. */
export function checkSettings(inputs: Properties): Violation[] {
  const found = NOT_PLAYED.filter((name) => (inputs[name] ?? null) !== null).map((path): Violation => {
    return { path, got: inputs[path], wanted: "nothing", message: "the stand-in has no such setting" };
  });
  const serverSide = inputs.enableServerSideApply ?? true;
  if (serverSide === true || serverSide === "true" || isUnknown(serverSide)) return found;
  const message = "the stand-in applies on the server's side only";
  return [...found, { path: "enableServerSideApply", got: serverSide, wanted: "true", message }];
}
