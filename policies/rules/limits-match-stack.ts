import { type StackFinding, stackRule } from "../rule.ts";
import { text } from "../settings.ts";

export const limitsMatchStack = stackRule({
  id: "limits-match-stack",
  title: "The limits file is the one of this stack.",
  severity: "critical",
  remediation:
    "Pass `--policy-pack-config policies/limits/<stack>.json`; its `limits-match-stack.stack` names the stack.",
  controls: ["wa:cost"],
  config: { stack: text("", "Stack that the limits file is for") },
  *check(graph, { stack }): Iterable<StackFinding> {
    if (graph.resources.length === 0 || stack === graph.stack) return;
    const got = stack === "" ? "no limits file" : `limits of ${stack}`;
    const fix = `Pass --policy-pack-config policies/limits/${graph.stack}.json.`;
    yield { what: "limits file", got, wanted: `limits of ${graph.stack}`, fix };
  },
});
