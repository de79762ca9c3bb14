/** A real Kubernetes control plane on loopback, with simulated nodes. */
export { clientConfig } from "./client.ts";
export { CRD_CHARTS, type CrdChart, crdsOf } from "./crds/crds.ts";
export { installCrds } from "./crds/install.ts";
export { type MetricsOptions, startMetricsApi } from "./metrics-api/start.ts";
export type { SimulatedNode } from "./nodes/node.ts";
export { type NodeSimulator, startNodeSimulator } from "./nodes/simulator.ts";
export { applyObjects, objectsOf } from "./objects.ts";
export { type ControlPlane, type StartOptions, startControlPlane } from "./start.ts";
export { type AccountIdentity, accountToken } from "./tokens.ts";
export { ensureTools, type Tools } from "./tools.ts";
export type { User, UserName } from "./users.ts";
export { startVpaRecommender, type VpaOptions } from "./vpa/recommender.ts";
export { type Wait, waitFor } from "./wait.ts";
