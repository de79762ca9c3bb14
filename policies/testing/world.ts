import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readGraph } from "../capture/references.ts";
import prodLimits from "../limits/prod.json" with { type: "json" };
import eksLimits from "../limits/prod-eks.json" with { type: "json" };
import type { CapturedGraph, Limits } from "./captured.ts";
import { fixtureGraph } from "./fixture-graph.ts";
import { fixtureKubernetes } from "./fixture-kubernetes.ts";

/** A stack to judge: a small one made by hand, the real one as captured, and the limits of each. */
export interface World {
  readonly name: string;
  readonly fixture: () => CapturedGraph;
  readonly fixtureLimits: Limits;
  /** Path of the captured graph. */
  readonly file: string;
  readonly limits: Limits;
}

const graphFile = (name: string) => fileURLToPath(new URL(`../test/${name}.json`, import.meta.url));

export const WORLDS: Readonly<Record<"ecs" | "kubernetes", World>> = {
  ecs: {
    name: "prod",
    fixture: fixtureGraph,
    fixtureLimits: prodLimits,
    file: graphFile("prod-graph"),
    limits: prodLimits,
  },
  kubernetes: {
    name: "prod-eks",
    fixture: fixtureKubernetes,
    fixtureLimits: prodLimits,
    file: graphFile("kubernetes-graph"),
    limits: eksLimits,
  },
};

/** Where a rule's mutant lives: rules over Kubernetes, EKS, Karpenter and Helm say so in their id. */
export function worldOf(ruleId: string): World {
  return /^(k8s|eks|karpenter|helm)-/.test(ruleId) ? WORLDS.kubernetes : WORLDS.ecs;
}

const texts = new Map<string, string>();

/** The captured graph, anew at each call. */
export function capturedGraph({ file }: World): CapturedGraph {
  const text = texts.get(file) ?? readFileSync(file, "utf8");
  texts.set(file, text);
  return readGraph(text);
}
