/** Words that components, policies and labs share when they speak of Kubernetes objects. */
export * from "./labels.ts";
export * from "./pod-security.ts";
export * from "./priority.ts";
export * from "./quantity.ts";

/** Namespace of Prometheus and what belongs to it; policies let it in everywhere. */
export const MONITORING_NAMESPACE = "monitoring";
