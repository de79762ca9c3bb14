/** Scaling by queues and the clock. */
export type { KedaArgs, KedaIdentityArgs, KedaTransform } from "./args.ts";
export { Keda } from "./keda.ts";
