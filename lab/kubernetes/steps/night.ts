import type { ServicePlan } from "@pyairtable/plan";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { secondsUntil } from "../poll.ts";
import { actAsKeda } from "../scaled-objects.ts";
import { type PodWatch, watchPods } from "../watch-pods.ts";

const WITHIN_SECONDS = 60;

/** Services that sleep go to their night's replicas and come back in the morning. */
export async function nightAndMorning(lab: Lab): Promise<Verdict> {
  const sleepers = lab.plan.services.filter(({ offHours }) => offHours !== "always-on");
  const watch = await watchPods(lab.cluster);
  try {
    await actAsKeda(lab.cluster, lab.plan, "night");
    const down = await reached(
      lab,
      watch,
      sleepers,
      ({ kubernetes }, ready) => ready <= (kubernetes?.autoscaler.minReplicas ?? 0),
    );
    const awake = lab.plan.services.filter(
      ({ name, offHours, replicas }) => offHours === "always-on" && watch.ready(name) >= replicas.min,
    );
    const always = lab.plan.services.length - sleepers.length;
    await actAsKeda(lab.cluster, lab.plan, "day");
    const up = await reached(lab, watch, sleepers, ({ replicas }, ready) => ready >= replicas.min);
    return verdict(
      "night",
      `${sleepers.length} services asleep after ${down?.toFixed(1) ?? "—"} s and awake again after ${up?.toFixed(1) ?? "—"} s; ` +
        `the other ${always} stayed up`,
      [
        ...(down === undefined ? [`not all asleep within ${WITHIN_SECONDS} s`] : []),
        ...(up === undefined ? [`not all awake within ${WITHIN_SECONDS} s`] : []),
        ...(awake.length === always ? [] : [`only ${awake.length} of ${always} stayed up`]),
      ],
    );
  } finally {
    watch.stop();
  }
}

function reached(
  lab: Lab,
  watch: PodWatch,
  services: readonly ServicePlan[],
  test: (service: ServicePlan, ready: number) => boolean,
): Promise<number | undefined> {
  return secondsUntil({ withinSeconds: WITHIN_SECONDS }, () => {
    const waiting = services.filter((service) => !test(service, watch.ready(service.name)));
    lab.say(`${waiting.length} sleepers are on their way`);
    return waiting.length === 0;
  });
}
