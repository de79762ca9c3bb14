/** Vertical autoscaling. */
export type {
  Reach,
  RecommenderArgs,
  UpdaterArgs,
  VerticalPodAutoscalerArgs,
  VerticalPodAutoscalerTransform,
} from "./args.ts";
export { VerticalPodAutoscaler } from "./vertical-pod-autoscaler.ts";
