import type { CompiledPolicy, Party, PortQuery } from "./compile.ts";

/** Both ends of a connection and what isolates them. */
export interface Flow {
  readonly from: Party;
  readonly to: Party;
  readonly query: PortQuery;
  /** Policies that isolate the caller's egress; empty where it is open. */
  readonly egress: readonly CompiledPolicy[];
  /** Policies that isolate the callee's ingress. */
  readonly ingress: readonly CompiledPolicy[];
}

/** Egress of the one and ingress of the other must both let it through. */
export function passes({ from, to, query, egress, ingress }: Flow): boolean {
  return (
    (egress.length === 0 || egress.some((policy) => policy.egress!.some((rule) => rule(to, query)))) &&
    (ingress.length === 0 || ingress.some((policy) => policy.ingress!.some((rule) => rule(from, query))))
  );
}
