import { isUnknown, type Properties, text } from "../values.ts";
import type { Violation } from "../violation.ts";

/** What a provider instance was configured with. */
export interface KubernetesSettings {
  /** Context of the kubeconfig file; its current one when undefined. */
  readonly context: string | undefined;
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
    ownCluster: inputs.kubeconfig !== undefined && inputs.kubeconfig !== null,
    force: flag("enablePatchForce"),
    upsert: flag("upsertExistingObjects"),
    mutableConfigMaps: flag("enableConfigMapMutable"),
    mutableSecrets: flag("enableSecretMutable"),
  };
}

/** Problems that need no cluster to be found. */
export function checkSettings(inputs: Properties): Violation[] {
  const serverSide = inputs.enableServerSideApply;
  if (serverSide === undefined || isUnknown(serverSide) || serverSide === true || serverSide === "true") return [];
  const message = "the stand-in applies on the server's side only";
  return [{ path: "enableServerSideApply", got: serverSide, wanted: "true", message }];
}
