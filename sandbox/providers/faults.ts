/** What a test breaks on purpose. Counts are of real (not previewed) creates, over all types or one. */
export interface Fault {
  /** Type token, or any type when absent. */
  readonly type?: string;
  /** Creates that pass before the fault acts. */
  readonly afterCreates: number;
  readonly action:
    | { readonly kind: "fail"; readonly message: string; readonly times?: number }
    /** The server ends the call without an answer after the cloud has made the thing. */
    | { readonly kind: "lose-answer" }
    | { readonly kind: "delay"; readonly milliseconds: number }
    /** Stops all servers, as a provider process that dies midway. */
    | { readonly kind: "stop-servers" }
    /** Kills the whole process: exit without clean-up. */
    | { readonly kind: "exit-process"; readonly code: number };
}

export type FaultPlan = readonly Fault[];

export interface FaultInjector {
  /** Before the cloud makes the thing; throws when it should fail. */
  beforeCreate(type: string): Promise<void>;
  /** After the cloud made it, before the engine is told. */
  afterCreate(type: string): Promise<void>;
}

/** Acts out a plan. `stopServers` must end every connection at once. */
export function injector(plan: FaultPlan, stopServers: () => void): FaultInjector {
  const armed = plan.map((fault) => ({ fault, seen: 0, fired: 0 }));
  return {
    async beforeCreate(type) {
      for (const state of armed) {
        const { action, afterCreates } = state.fault;
        if (state.fault.type !== undefined && state.fault.type !== type) continue;
        state.seen++;
        if (state.seen <= afterCreates) continue;
        if (action.kind === "delay") await new Promise((resolve) => setTimeout(resolve, action.milliseconds));
        if (action.kind === "fail" && state.fired++ < (action.times ?? Number.POSITIVE_INFINITY)) {
          throw new Error(action.message);
        }
      }
    },
    async afterCreate(type) {
      for (const state of armed) {
        const { action, afterCreates } = state.fault;
        if ((state.fault.type !== undefined && state.fault.type !== type) || state.seen <= afterCreates) continue;
        if (action.kind === "exit-process") process.exit(action.code);
        if (state.fired++ > 0) continue;
        if (action.kind === "stop-servers") stopServers();
        if (action.kind === "lose-answer")
          throw new Error("RequestTimeout: the connection was reset before an answer came");
      }
    },
  };
}
