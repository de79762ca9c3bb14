import type { PolicyStatement } from "../../shared/index.ts";

/** An AWS role that only this service's pods may take, by EKS Pod Identity. All plain, so policies are known early. */
export interface IdentityArgs {
  /** Twelve digits. */
  readonly accountId: string;
  /** Example `us-east-1`. */
  readonly region: string;
  /** Physical name of the EKS cluster. Example `pyairtable-prod`. */
  readonly clusterName: string;
  /** What the pods may do; at least one statement. */
  readonly statements: readonly PolicyStatement[];
}
