import { join } from "node:path";
import { startControlPlane, startMetricsApi, startNodeSimulator, startVpaRecommender } from "../control-plane/index.ts";
import type { LabOptions, Tell } from "../support/command.ts";
import { CHECKOUT, isolatedSandbox } from "../support/isolated-sandbox.ts";
import { planOf } from "../support/plan-of.ts";
import { reportWriter } from "../support/report.ts";
import { type Verdict, verdict } from "../support/verdict.ts";
import { chartCrds } from "./chart-crds.ts";
import { connect } from "./cluster.ts";
import type { Lab } from "./context.ts";
import { fleetOf } from "./fleet.ts";
import { actAsIngressController } from "./ingress-controller.ts";
import { actAsKeda, actAsKedaMeanwhile } from "./scaled-objects.ts";
import { applied, destroyed } from "./steps/apply.ts";
import { budgetsHold } from "./steps/budgets.ts";
import { loadStep } from "./steps/hpa.ts";
import { mutantsAreSeen } from "./steps/mutants.ts";
import { reachability } from "./steps/network.ts";
import { nightAndMorning } from "./steps/night.ts";
import { allScheduled } from "./steps/schedule.ts";
import { spotStorm } from "./steps/storm.ts";
import { recommendations } from "./steps/vpa.ts";
import { loadOf } from "./usage.ts";
import { provideDisks } from "./volumes.ts";

/** Runs every check in its order; a check that breaks is a failed check, and what is started is stopped. */
export async function runLab(options: LabOptions, done: Tell): Promise<Verdict[]> {
  const plan = planOf("lab");
  const plane = await startControlPlane();
  const sandbox = isolatedSandbox("lab-kubernetes");
  const cluster = connect(plane.kubeconfigPath);
  const simulator = await startNodeSimulator(plane);
  const fleet = fleetOf(plan);
  const load = loadOf(cluster, plan);
  const stopIngress = actAsIngressController(cluster);
  const environment = {
    PYAIRTABLE_KUBECONFIG: plane.kubeconfigPath,
    PYAIRTABLE_CHART_CRDS: JSON.stringify(await chartCrds(plane)),
  };
  const lab: Lab = {
    plan,
    cluster,
    fleet,
    load,
    pulumi: (args) => sandbox.run(args, environment),
    addNodes: (nodes) =>
      simulator.addNodes(nodes.map(({ memoryGiB, ...node }) => ({ ...node, memoryMiB: memoryGiB * 1024 }))),
    removeNode: (name) => simulator.removeNodes([name]),
    say: (text) => plane.progress.say(text),
    save: reportWriter(join(CHECKOUT, options.out)),
  };
  const verdicts: Verdict[] = [];
  const check = async (name: string, step: () => Promise<Verdict>): Promise<boolean> => {
    lab.say(name);
    const started = performance.now();
    const result = await step().catch((error: Error) => verdict(name, "broke off", [error.message]));
    plane.progress.done();
    verdicts.push(result);
    done(result, (performance.now() - started) / 1000);
    return result.passed;
  };
  try {
    await lab.addNodes(fleet);
    await provideDisks(cluster, plan);
    const stopKeda = actAsKedaMeanwhile(cluster, plan);
    const isApplied = await check("apply", () => applied(lab));
    await stopKeda();
    if (!isApplied) return verdicts;
    // The program's own metrics-server has no kubelets to ask: the lab answers in its place.
    await startMetricsApi(plane, simulator);
    load.begin();
    if (!options.short) await startVpaRecommender(plane);
    await actAsKeda(cluster, plan, "day");
    await check("scheduling", () => allScheduled(lab));
    await check("disruption budgets", () => budgetsHold(lab));
    await check("network policies", () => reachability(lab));
    await check("horizontal autoscaling", () => loadStep(lab));
    await check("Spot storm", () => spotStorm(lab));
    if (!options.short) {
      await check("night", () => nightAndMorning(lab));
      await check("vertical recommendations", () => recommendations(lab));
    }
    await check("mutants", () => mutantsAreSeen(lab));
    if (options.keep) {
      // The signal ends the control plane too: there is nothing left to destroy.
      await untilSignal(plane.kubeconfigPath);
      return verdicts;
    }
    await check("destroy", () => destroyed(lab));
    return verdicts;
  } finally {
    await Promise.all([load.stop(), stopIngress()]);
    await plane.stop();
    sandbox.remove();
  }
}

function untilSignal(kubeconfig: string): Promise<void> {
  process.stdout.write(`the cluster stays up until Ctrl-C: kubectl --kubeconfig ${kubeconfig} get pods -A\n`);
  return new Promise((resolve) => process.once("SIGINT", resolve));
}
