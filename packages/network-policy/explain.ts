import type { CompiledPolicy, Party } from "./compile.ts";
import type { Flow } from "./flow.ts";
import type { RuleReference, SideVerdict, Verdict } from "./types.ts";

const OPEN: SideVerdict = { allowed: true, isolatedBy: [], allowedBy: [] };

export function explainFlow(flow: Flow, isSelf: boolean): Verdict {
  const { from, to, query } = flow;
  const what = `${from.name} → ${to.name} on ${query.protocol} ${query.port}`;
  if (isSelf)
    return { allowed: true, egress: OPEN, ingress: OPEN, why: `${what} is allowed: a pod always reaches itself` };
  const egress = side(flow.egress, "egress", to, flow);
  const ingress = side(flow.ingress, "ingress", from, flow);
  const allowed = egress.allowed && ingress.allowed;
  const sides = [told(egress, "egress", from), told(ingress, "ingress", to)];
  const reasons = allowed ? sides : sides.filter((_, index) => ![egress, ingress][index]!.allowed);
  return { allowed, egress, ingress, why: `${what} is ${allowed ? "allowed" : "denied"}: ${reasons.join("; ")}` };
}

function side(
  policies: readonly CompiledPolicy[],
  direction: "egress" | "ingress",
  other: Party,
  { query }: Flow,
): SideVerdict {
  const allowedBy = policies.flatMap((policy): RuleReference[] =>
    policy[direction]!.flatMap((matches, rule) => (matches(other, query) ? [{ policy: policy.name, rule }] : [])),
  );
  return {
    allowed: policies.length === 0 || allowedBy.length > 0,
    isolatedBy: policies.map(({ name }) => name),
    allowedBy,
  };
}

function told({ allowed, isolatedBy, allowedBy }: SideVerdict, direction: string, { name, pod }: Party): string {
  const whose = `${direction} of ${name}`;
  if (isolatedBy.length === 0) return pod === null ? `no policy applies to ${name}` : `no policy isolates the ${whose}`;
  if (allowed) return `${whose} by ${allowedBy.map(({ policy, rule }) => `${policy} rule ${rule}`).join(", ")}`;
  return `${whose} is isolated by ${isolatedBy.join(", ")}, and no rule of them lets it through`;
}
