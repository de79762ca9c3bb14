/** Who may talk to whom under a set of Kubernetes network policies, without a cluster. */
export type { CellKind, Edge, Matrix, MatrixComparison, MatrixOptions, ReachedPort } from "./matrix.ts";
export { compareMatrix } from "./matrix.ts";
export { type MatrixSvgOptions, matrixSvg } from "./matrix-svg.ts";
export { type Network, networkOf } from "./network.ts";
export type {
  Endpoint,
  Labels,
  NamespaceInput,
  NetworkInput,
  PodInput,
  PortInput,
  Protocol,
  RuleReference,
  SideVerdict,
  Verdict,
} from "./types.ts";
