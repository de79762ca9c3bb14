import { UserError } from "@pyairtable/diagnostics";
import type { Backend } from "../backend.ts";
import type { FaultInjector } from "../faults.ts";
import type { Ledger } from "../ledger.ts";
import { packageVersion } from "../schema/package-types.ts";
import { isUnknown } from "../values.ts";
import type { Violation } from "../violation.ts";
import { Clusters } from "./clusters.ts";
import { KubernetesInstance } from "./instance.ts";
import { ledgerApplier } from "./ledger-applier.ts";
import type { ChartCrds } from "./release/chart-crds.ts";
import { Releases } from "./release/releases.ts";
import { checkSettings, type KubernetesSettings, settingsOf } from "./settings.ts";

export interface KubernetesOptions {
  readonly ledger: Ledger;
  readonly faults: FaultInjector;
  /** Kubeconfig file of a real cluster to apply to; without one, objects go to the ledger. */
  readonly kubeconfig?: string;
  /** What charts would bring to it. */
  readonly charts?: ChartCrds;
}

/**
 * The stand-in `kubernetes` provider. With a kubeconfig it applies to that file's cluster; a provider for which the
 * program gives a `kubeconfig` of its own (a cluster that the stand-in cloud made) keeps to the ledger all the same.
 */
export function kubernetesBackend({ ledger, faults, kubeconfig, charts = {} }: KubernetesOptions): Backend {
  const clusters = kubeconfig === undefined ? undefined : new Clusters(kubeconfig);
  return {
    version: packageVersion("@pulumi/kubernetes"),
    async checkConfig(inputs) {
      const settings = settingsOf(inputs);
      const violations = checkSettings(inputs);
      if (clusters === undefined || settings.ownCluster || violations.length > 0) return violations;
      return isUnknown(inputs.context) ? [] : unreachable(clusters, settings);
    },
    async configure(inputs, log) {
      const settings = settingsOf(inputs);
      const real = settings.ownCluster ? undefined : await clusters?.applier(settings, log);
      const releases = new Releases({ ledger, applier: real, charts });
      return new KubernetesInstance({ applier: real ?? ledgerApplier(ledger), releases, faults, settings });
    },
    cancel: () => clusters?.cancel(),
  };
}

/** Found before anything is made: the engine stops at the provider, so that one error stands for all its resources. */
async function unreachable(clusters: Clusters, { context }: KubernetesSettings): Promise<Violation[]> {
  try {
    await clusters.open(context);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ path: "", got: context, wanted: "a cluster that answers", message: "unreachable", told: error.message }];
  }
}
