/** What the `kubernetes` output says about itself. */
export const KUBERNETES_CONTRACT_NAME = "pyairtable.kubernetes";

/** Semantic version of the contract; by the rules of the platform's own, see README.md. */
export const KUBERNETES_CONTRACT_VERSION = "1.1.0";

/** The stack output that carries it; a stack whose mode is `off` has none. */
export const KUBERNETES_OUTPUT = "kubernetes";

export const KUBERNETES_CONTRACT_MAJOR: number = Number(KUBERNETES_CONTRACT_VERSION.split(".")[0]);
