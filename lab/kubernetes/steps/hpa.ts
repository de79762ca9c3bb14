import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { secondsUntil } from "../poll.ts";
import { watchPods } from "../watch-pods.ts";

const SERVICE = "record-service";
const LIMIT_SECONDS = 30;
/** Share of its request that each pod suddenly uses, percent; the work is then shared by more pods. */
const LOAD_PERCENT = 150;

/** A step in load on one service, answered by the real HorizontalPodAutoscaler controller. */
export async function loadStep(lab: Lab): Promise<Verdict> {
  const service = lab.plan.services.find(({ name }) => name === SERVICE);
  if (service?.kubernetes === null || service === undefined) throw new Error(`${SERVICE} does not run on Kubernetes`);
  const { namespace, requests } = service.kubernetes;
  const watch = await watchPods(lab.cluster);
  try {
    const before = watch.ready(SERVICE);
    lab.load.set(SERVICE, (before * requests.cpuMillicores * LOAD_PERCENT) / 100);
    // Both from the moment the load rose.
    const within = { withinSeconds: LIMIT_SECONDS * 2 };
    const [decided, served] = await Promise.all([
      secondsUntil(within, async (seconds) => {
        lab.say(`${SERVICE}: ${Math.round(seconds)} s since the load rose`);
        return (await wanted(lab, namespace)) > before;
      }),
      secondsUntil(within, () => watch.ready(SERVICE) > before),
    ]);
    const now = await wanted(lab, namespace);
    const problems = [
      ...(decided === undefined || decided > LIMIT_SECONDS ? [`no answer within ${LIMIT_SECONDS} s`] : []),
      ...(served === undefined || served > LIMIT_SECONDS ? [`no new pod ready within ${LIMIT_SECONDS} s`] : []),
    ];
    return verdict(
      "horizontal autoscaling",
      `${SERVICE} at ${LOAD_PERCENT} % of its CPU request: ${before} → ${now} replicas decided after ${decided?.toFixed(1) ?? "—"} s, ` +
        `first new pod ready after ${served?.toFixed(1) ?? "—"} s (limit ${LIMIT_SECONDS} s)`,
      problems,
    );
  } finally {
    lab.load.set(SERVICE, null);
    watch.stop();
  }
}

async function wanted(lab: Lab, namespace: string): Promise<number> {
  const { spec } = await lab.cluster.apps.readNamespacedDeployment({ namespace, name: SERVICE });
  return spec?.replicas ?? 0;
}
