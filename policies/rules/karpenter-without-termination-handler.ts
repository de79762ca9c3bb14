import { RELEASE } from "../read/helm.ts";
import { NODE_POOL } from "../read/kubernetes/karpenter.ts";
import { KUBERNETES_PROVIDER } from "../read/kubernetes/metadata.ts";
import { containersOf, workloadsOf } from "../read/kubernetes/workloads.ts";
import { type StackFinding, stackRule } from "../rule.ts";

const HANDLER = /node-termination-handler/;

export const karpenterWithoutTerminationHandler = stackRule({
  id: "karpenter-without-termination-handler",
  title: "No node termination handler runs beside Karpenter: two would drain the same node.",
  severity: "high",
  remediation: "Remove the handler; Karpenter's interruption queue does its work.",
  controls: ["wa:reliability"],
  needs: KUBERNETES_PROVIDER,
  *check(graph): Iterable<StackFinding> {
    if (graph.ofType(NODE_POOL).length === 0) return;
    const releases = graph.ofType(RELEASE).map((at) => ({ at, names: [at.props.chart] }));
    const workloads = workloadsOf(graph).map((at) => {
      return { at, names: containersOf(at.pod).map(({ spec }) => spec.image ?? "") };
    });
    for (const { at, names } of [...releases, ...workloads]) {
      const got = names.find((name) => HANDLER.test(name));
      if (got === undefined) continue;
      yield { at, what: "node termination handler", got, wanted: "none beside Karpenter", fix: "Remove it." };
    }
  },
});
