import { list, type Properties, text } from "../../values.ts";
import { annotation, at } from "../objects.ts";
import { conditionOf, type Judge, READY, type Readiness } from "./judgement.ts";
import { daemonSet, deployment, job, pod, statefulSet } from "./workloads.ts";

export type { Readiness } from "./judgement.ts";

/** Whether an object has become what it describes. Kinds without a rule are ready as soon as they are there. */
export function readiness(object: Properties): Readiness {
  const own = annotation(object, "waitFor");
  if (own !== undefined) return ownCondition(object, own);
  return JUDGES[`${text(object.apiVersion)}/${text(object.kind)}`]?.(object) ?? READY;
}

const definition: Judge = (object) => {
  const ready = conditionOf(object, "Established")?.status === "True";
  const waitingFor = "the API server to serve the new kind (Established)";
  const accepted = conditionOf(object, "NamesAccepted");
  if (accepted?.status !== "False") return { ready, waitingFor };
  return { ready, waitingFor, failed: text(accepted.message) ?? "its names are taken" };
};

const quota: Judge = (object) => ({
  ready: JSON.stringify(at(object, "spec", "hard")) === JSON.stringify(at(object, "status", "hard")),
  waitingFor: "the quota controller to count what is in use",
});

const withAddress =
  (whose: string): Judge =>
  (object) => ({
    ready: list(at(object, "status", "loadBalancer", "ingress")).length > 0,
    waitingFor: `an address from ${whose}`,
  });

const service: Judge = (object) =>
  at(object, "spec", "type") === "LoadBalancer" ? withAddress("the cloud's load balancer controller")(object) : READY;

const inPhase =
  (...wanted: readonly string[]): Judge =>
  (object) => {
    const phase = text(at(object, "status", "phase")) ?? "unset";
    return { ready: wanted.includes(phase), waitingFor: `phase ${wanted.join(" or ")}, it is ${phase}` };
  };

const JUDGES: Readonly<Record<string, Judge>> = {
  "apps/v1/Deployment": deployment,
  "apps/v1/StatefulSet": statefulSet,
  "apps/v1/DaemonSet": daemonSet,
  "batch/v1/Job": job,
  "v1/Pod": pod,
  "v1/Service": service,
  "v1/Namespace": inPhase("Active"),
  "v1/PersistentVolume": inPhase("Available", "Bound"),
  // Where the storage class waits for the first pod, pending is all there is to wait for.
  "v1/PersistentVolumeClaim": inPhase("Bound", "Pending"),
  "v1/ResourceQuota": quota,
  "networking.k8s.io/v1/Ingress": withAddress("an ingress controller"),
  "apiextensions.k8s.io/v1/CustomResourceDefinition": definition,
};

/** `condition=Ready` or `condition=Ready=False` of the annotation pulumi.com/waitFor. */
function ownCondition(object: Properties, expression: string): Readiness {
  const [, type = "", status = "True"] = expression.split("=");
  return { ready: conditionOf(object, type)?.status === status, waitingFor: `condition ${type} to be ${status}` };
}

/** True for kinds whose pods tell why they are not ready. */
export function hasPods(object: Properties): boolean {
  return object.kind === "Pod" || at(object, "spec", "template") !== undefined;
}
