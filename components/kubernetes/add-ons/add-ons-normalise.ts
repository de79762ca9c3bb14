import { throwIfAny } from "@pyairtable/diagnostics";
import { MONITORING_NAMESPACE } from "@pyairtable/kubernetes-facts";
import { type AddOnName, monitoringSecretNames } from "@pyairtable/plan";
import type { AddOnsArgs, AddOnsPlan } from "./add-ons-args.ts";
import type { AddOnArgs } from "./common-args.ts";
import type { SecretStoreArgs } from "./external-secrets/args.ts";
import type { KedaIdentityArgs } from "./keda/args.ts";
import { addOnReporter } from "./reporter.ts";

/** What follows from the plan for every add-on. */
export interface AddOnsRecord {
  readonly on: ReadonlySet<AddOnName>;
  readonly common: Omit<AddOnArgs, "wiring">;
  readonly store: SecretStoreArgs | null;
  readonly kedaIdentity: KedaIdentityArgs | null;
}

/** Args to record; throws one `UserError` with all problems. */
export function normaliseAddOns(args: AddOnsArgs): AddOnsRecord {
  const { plan, cluster } = args;
  const { mode, addOns, version } = plan.kubernetes;
  const names = Object.keys(addOns) as AddOnName[];
  const on = new Set(mode === "off" ? [] : names.filter((name) => addOns[name].enabled));
  const report = addOnReporter("AddOns");
  report.unless(mode !== "eks" || cluster !== undefined, {
    code: "cluster",
    path: "cluster",
    got: cluster,
    wanted: "account and name of the EKS cluster",
    fix: "Pass what the cluster's component knows.",
  });
  report.unless(!on.has("argo-cd") || args.argoCd !== undefined, {
    code: "argo-cd",
    path: "argoCd",
    got: args.argoCd,
    wanted: "host, teams and services",
    fix: "Say what Argo CD deploys, or turn it off.",
  });
  throwIfAny("AddOns", report.diagnostics);
  return {
    on,
    common: {
      kubernetesVersion: version,
      tags: plan.tags,
      network: args.network,
      networkPolicies: on.has("network-policy-baseline"),
      serviceMonitor: on.has("prometheus-operator"),
    },
    store: storeOf(args),
    kedaIdentity: kedaIdentityOf(args),
  };
}

/** Services on Kubernetes that Pulumi or Argo CD run. */
function onKubernetes({ services }: AddOnsPlan) {
  return services.flatMap((service) =>
    service.runtime === "kubernetes" && service.kubernetes !== null
      ? [{ ...service, kubernetes: service.kubernetes }]
      : [],
  );
}

/** In EKS the secrets that services and monitoring name, for the namespaces they run in. */
function storeOf({ plan, cluster, secretStore }: AddOnsArgs): SecretStoreArgs | null {
  if (plan.kubernetes.mode !== "eks" || cluster === undefined) return secretStore ?? null;
  const services = onKubernetes(plan).filter(({ secrets }) => secrets.length > 0);
  const { monitoring } = plan;
  const watch = monitoring.kubernetes === "off" ? [] : monitoringSecretNames(monitoring, { alerting: true });
  if (services.length === 0 && watch.length === 0) return null;
  return {
    kind: "aws",
    place: { ...cluster, region: plan.region },
    secretNames: sorted([...services.flatMap(({ secrets }) => secrets.map(({ secretName }) => secretName)), ...watch]),
    namespaces: sorted([
      ...services.map(({ kubernetes }) => kubernetes.namespace),
      ...(watch.length === 0 ? [] : [MONITORING_NAMESPACE]),
    ]),
  };
}

/** In EKS the queues that services scale on, by their physical names. */
function kedaIdentityOf({ plan, cluster }: AddOnsArgs): KedaIdentityArgs | null {
  if (plan.kubernetes.mode !== "eks" || cluster === undefined) return null;
  const queues = onKubernetes(plan).flatMap(({ kubernetes }) => kubernetes.autoscaler.queues.map(({ queue }) => queue));
  if (queues.length === 0) return null;
  const queueNames = sorted(queues.map((queue) => `${plan.project}-${plan.environment}-${queue}`));
  return { ...cluster, region: plan.region, queueNames };
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
