/** How a new version takes over. The circuit breaker with rollback is always on. */
export interface DeploymentArgs {
  /**
   * `rolling` (default) replaces tasks a few at a time. `blue-green` starts a full second set and switches,
   * `canary` lets a share through first, `linear` grows the share step by step: all three pay double tasks until
   * the bake time is over.
   */
  readonly strategy?: "rolling" | "blue-green" | "canary" | "linear";
  /** Healthy tasks kept, percent of desired, 0 to 100. Default 100. */
  readonly minimumHealthyPercent?: number;
  /** Tasks at most, percent of desired, above 100 so that zones can be rebalanced. Default 200. */
  readonly maximumPercent?: number;
  /** Minutes the old set stays after the switch, 0 to 1440. Default 5. Not for rolling. */
  readonly bakeMinutes?: number;
  /** Share of traffic the canary or each linear step gets, percent (canary 0.1–100, linear 3–100). Default 10. */
  readonly stepPercent?: number;
  /** Minutes between steps, 0 to 1440. Default 5. */
  readonly stepMinutes?: number;
  /** Lifecycle hooks: a Lambda that answers, or a pause for a person. Not for rolling. */
  readonly hooks?: readonly DeploymentHookArgs[];
  /** `pulumi up` waits until the service is stable. Default false: the alarms and the breaker watch instead. */
  readonly waitForSteadyState?: boolean;
  /** Delete the service though tasks run. Default false. */
  readonly forceDelete?: boolean;
}

export const HOOK_STAGES = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
] as const;
export type HookStage = (typeof HOOK_STAGES)[number];

export type DeploymentHookArgs =
  | {
      readonly kind: "lambda";
      readonly stages: readonly HookStage[];
      readonly functionArn: string;
      readonly roleArn: string;
    }
  | {
      readonly kind: "pause";
      readonly stages: readonly HookStage[];
      /** 1 to 20160. */
      readonly timeoutMinutes: number;
      readonly onTimeout: "ROLLBACK" | "CONTINUE";
    };
