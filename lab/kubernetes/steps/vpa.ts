import { memoryMiBOf, millicoresOf } from "@pyairtable/kubernetes-facts";
import type { ServicePlan } from "@pyairtable/plan";
import Table from "cli-table3";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { secondsUntil } from "../poll.ts";

const WITHIN_SECONDS = 120;

interface Recommendation {
  readonly cpuMillicores: number;
  readonly memoryMiB: number;
}

/** What the real recommender says of every service, beside what the catalog gives it. */
export async function recommendations(lab: Lab): Promise<Verdict> {
  const { services } = lab.plan;
  const found = await waitForAll(lab, services);
  const rows = services.map((service) => [service, found.get(service.name)] as const);
  const missing = rows.filter(([, recommended]) => recommended === undefined).map(([{ name }]) => name);
  const path = lab.save("vpa.txt", tableOf(rows));
  const within = rows.filter(
    ([{ kubernetes }, recommended]) =>
      recommended !== undefined && recommended.cpuMillicores <= (kubernetes?.requests.cpuMillicores ?? 0),
  );
  return verdict(
    "vertical recommendations",
    `${services.length - missing.length} of ${services.length} services have one; CPU of the catalog covers it in ${within.length}; table ${path}`,
    missing.map((name) => `${name}: no recommendation after ${WITHIN_SECONDS} s`),
  );
}

interface VerticalPodAutoscalers {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly spec: { readonly targetRef: { readonly name: string } };
    readonly status?: {
      readonly recommendation?: {
        readonly containerRecommendations?: readonly {
          readonly target: { readonly cpu: string; readonly memory: string };
        }[];
      };
    };
  }[];
}

/** Those that are there when all are, or when the time is up. */
async function waitForAll(lab: Lab, services: readonly ServicePlan[]): Promise<Map<string, Recommendation>> {
  const found = new Map<string, Recommendation>();
  await secondsUntil({ withinSeconds: WITHIN_SECONDS, everyMs: 1_000 }, async () => {
    const { items } = (await lab.cluster.custom.listClusterCustomObject({
      group: "autoscaling.k8s.io",
      version: "v1",
      plural: "verticalpodautoscalers",
    })) as VerticalPodAutoscalers;
    for (const { spec, status } of items) {
      const target = status?.recommendation?.containerRecommendations?.[0]?.target;
      if (target !== undefined) found.set(spec.targetRef.name, recommendationOf(target));
    }
    lab.say(`${found.size} of ${services.length} services have a recommendation`);
    return services.every(({ name }) => found.has(name));
  });
  return found;
}

function recommendationOf({ cpu, memory }: { readonly cpu: string; readonly memory: string }): Recommendation {
  return {
    cpuMillicores: millicoresOf(cpu) ?? Number.NaN,
    memoryMiB: Math.round(memoryMiBOf(memory) ?? Number.NaN),
  };
}

function tableOf(rows: readonly (readonly [ServicePlan, Recommendation | undefined])[]): string {
  const table = new Table({
    head: ["service", "CPU catalog", "CPU VPA", "MiB catalog", "MiB VPA"],
    style: { head: [], border: [] },
  });
  for (const [{ name, kubernetes }, recommended] of rows) {
    const { cpuMillicores = 0, memoryMiB = 0 } = kubernetes?.requests ?? {};
    table.push([
      name,
      `${cpuMillicores}m`,
      recommended ? `${recommended.cpuMillicores}m` : "—",
      memoryMiB,
      recommended?.memoryMiB ?? "—",
    ]);
  }
  return `${table.toString()}\n`;
}
