import type { Transforms } from "../../../shared/index.ts";
import type { AddOnArgs, AddOnRecord, WorkloadSize } from "../common-args.ts";
import type { ReleaseChildren } from "../helm-release/transform.ts";
import type { EksPlace, PodIdentityChildren } from "../pod-identity/pod-identity.ts";
import type { SizeArgs, WorkloadOf } from "../sizes.ts";

/** Scales by queues and the clock. Owns the HorizontalPodAutoscaler of whatever has a ScaledObject. */
export interface KedaArgs extends AddOnArgs {
  readonly sizes?: SizeArgs<"keda">;
  /** Rights to read the length of SQS queues, by EKS Pod Identity. Default null: no queue, or another cloud's identity. */
  readonly identity?: KedaIdentityArgs | null;
  /**
   * Lets the operator read every Secret, which triggers with a password need. Default null: identities and the clock
   * need none, and the operator cannot be made to read another team's.
   */
  readonly readsSecrets?: { readonly why: string } | null;
  readonly transform?: KedaTransform;
}

export interface KedaIdentityArgs extends EksPlace {
  /** Names of the queues, at least one. */
  readonly queueNames: readonly string[];
}

export interface KedaRecord extends AddOnRecord {
  readonly sizes: Readonly<Record<WorkloadOf<"keda">, WorkloadSize>>;
  readonly identity: KedaIdentityArgs | null;
  readonly readsSecrets: { readonly why: string } | null;
}

/** Children, each open to change before it is made. */
export type KedaTransform = Transforms<ReleaseChildren & PodIdentityChildren>;
