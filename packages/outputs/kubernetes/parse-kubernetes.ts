import { type Contract, findByName, parseContract } from "../parse-contract.ts";
import { type KubernetesOutputs, kubernetesSchema } from "./contract.ts";
import type { KubernetesServiceOutputs } from "./contract-service.ts";
import { KUBERNETES_CONTRACT_NAME, KUBERNETES_CONTRACT_VERSION, KUBERNETES_OUTPUT } from "./version.ts";

export const KUBERNETES_CONTRACT: Contract<KubernetesOutputs> = {
  output: KUBERNETES_OUTPUT,
  name: KUBERNETES_CONTRACT_NAME,
  version: KUBERNETES_CONTRACT_VERSION,
  schema: kubernetesSchema,
};

/** Checks the value of the `kubernetes` output and returns it typed. Throws one `UserError` with every problem. */
export function parseKubernetes(value: unknown, stack: string): KubernetesOutputs {
  return parseContract(KUBERNETES_CONTRACT, value, stack);
}

/** The service's part, or a `UserError` that lists the nearest names. */
export function findKubernetesService(
  { services }: KubernetesOutputs,
  name: string,
  stack: string,
): KubernetesServiceOutputs {
  return findByName(services, name, stack, KUBERNETES_OUTPUT);
}
