/** Labels by which the API server enforces a Pod Security Standard in a namespace. */
export const POD_SECURITY_LABELS = {
  enforce: "pod-security.kubernetes.io/enforce",
  enforceVersion: "pod-security.kubernetes.io/enforce-version",
  audit: "pod-security.kubernetes.io/audit",
  warn: "pod-security.kubernetes.io/warn",
} as const;

/** User and group of every container of the platform: not root, and not a number a node uses. */
export const NON_ROOT_ID = 65_532;
