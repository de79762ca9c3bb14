import assert from "node:assert/strict";
import { rules } from "../rules/index.ts";
import { GUARD_ID } from "../rules/no-disabled-rules.ts";
import { analyzeAsEngine } from "./analyze-as-engine.ts";
import { edit } from "./build.ts";
import { type CapturedGraph, UNKNOWN } from "./captured.ts";
import { analyzeByRpc } from "./engine-rpc.ts";
import { fixtureGraph } from "./fixture-graph.ts";
import { fixtureKubernetes } from "./fixture-kubernetes.ts";
import { editDeployment, editPod } from "./kubernetes.ts";

// The guard needs the Configure message, which these handlers are not sent.
const judged = rules.filter(({ policy }) => policy.name !== GUARD_ID);
const sorted = (found: readonly { rule: string; level: string; urn?: string }[]) =>
  found.map(({ rule, level, urn = "" }) => `${rule} ${level} ${urn}`).sort();

function broken(): CapturedGraph {
  const graph = fixtureGraph();
  edit(graph, "aws:ecs/taskDefinition:TaskDefinition", (props) =>
    Object.assign(props, { cpu: "4096", memory: UNKNOWN }),
  );
  edit(graph, "aws:ecs/service:Service", (props, resource) => {
    props.desiredCount = UNKNOWN;
    resource.opts = { ignoreChanges: [] };
  });
  edit(graph, "aws:cloudwatch/logGroup:LogGroup", (props) => Object.assign(props, { tags: UNKNOWN }));
  edit(graph, "aws:lb/loadBalancer:LoadBalancer", (props) => Object.assign(props, { dropInvalidHeaderFields: false }));
  return graph;
}

function brokenKubernetes(): CapturedGraph {
  const graph = fixtureKubernetes();
  editPod(graph, (pod) => Object.assign(pod, { hostNetwork: true, securityContext: UNKNOWN }));
  editDeployment(graph, (spec) => (spec.replicas = 2));
  edit(graph, "kubernetes:networking.k8s.io/v1:NetworkPolicy", ({ spec }) => (spec.policyTypes = UNKNOWN));
  return graph;
}

describe("analyzeAsEngine", () => {
  for (const [name, graph] of [
    ["a healthy graph", fixtureGraph()],
    ["a graph with breaches and unknown values", broken()],
    ["a Kubernetes graph with breaches and unknown values", brokenKubernetes()],
  ] as const) {
    it(`finds what the SDK's own handlers find in ${name}`, async () => {
      // No limits in both: the engine merges those before the SDK sees them.
      const ours = sorted(analyzeAsEngine(graph, {}, judged));
      assert.deepEqual(
        ours,
        sorted(
          await analyzeByRpc(
            graph,
            judged.map(({ policy }) => policy),
          ),
        ),
      );
      assert.ok(ours.length > 0);
    });
  }

  it("merges limits as the engine does: all, then the rule's own entry", () => {
    const graph = broken();
    const levels = (limits: Record<string, string>) => {
      const found = analyzeAsEngine(graph, limits, judged).filter(({ rule }) => rule === "alb-drops-invalid-headers");
      return found.map(({ level }) => level);
    };
    assert.deepEqual(levels({}), ["mandatory"]);
    assert.deepEqual(levels({ all: "disabled" }), []);
    assert.deepEqual(levels({ all: "disabled", "alb-drops-invalid-headers": "advisory" }), ["advisory"]);
  });
});
