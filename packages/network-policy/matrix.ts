import type { PortInput, Protocol } from "./types.ts";

export interface MatrixOptions {
  /** Pods to take, in this order; default: all, by name. Of a service's equal replicas one is enough. */
  readonly pods?: readonly string[];
}

/** A port that is reached, as `TCP 8080`. */
export type ReachedPort = `${Protocol} ${number}`;

/** Who reaches whom: rows are callers, columns callees. */
export interface Matrix {
  readonly names: readonly string[];
  /** `reached[row][column]`: declared ports of the callee that the caller reaches; empty: none. */
  readonly reached: readonly (readonly (readonly ReachedPort[])[])[];
}

interface Asked {
  readonly ports: (name: string) => readonly PortInput[];
  readonly passes: (from: string, to: string, port: number, protocol: Protocol) => boolean;
}

/**
 * N × N over declared ports; a pod that declares none is reached by nobody.
 * The diagonal asks for another replica of the same pod, not for the pod itself, which always reaches itself.
 */
export function matrixOf(all: readonly string[], { pods = all }: MatrixOptions, { ports, passes }: Asked): Matrix {
  const reached = pods.map((from) =>
    pods.map((to) =>
      ports(to).flatMap(({ port, protocol = "TCP" }): ReachedPort[] =>
        passes(from, to, port, protocol) ? [`${protocol} ${port}`] : [],
      ),
    ),
  );
  return { names: [...pods], reached };
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Ports that must be reached, and no others. Default: any one port will do. */
  readonly ports?: readonly ReachedPort[];
}

/** `allowed`, `denied`: as expected. `missing`: wanted and not found. `unexpected`: found and not wanted. */
export type CellKind = "allowed" | "denied" | "missing" | "unexpected";

export interface MatrixComparison {
  readonly kinds: readonly (readonly CellKind[])[];
  readonly missing: readonly Edge[];
  readonly unexpected: readonly Edge[];
  readonly matches: boolean;
}

/**
 * Holds the matrix against the edges that should be there. A cell that lacks a port is `missing` even where it has another too many.
 * Throws an `Error` for an edge of a pod that the matrix does not have.
 */
export function compareMatrix({ names, reached }: Matrix, expected: readonly Edge[]): MatrixComparison {
  const wanted = new Map<string, Edge>();
  for (const edge of expected) {
    for (const name of [edge.from, edge.to])
      if (!names.includes(name)) throw new Error(`the matrix has no pod ${name}`);
    wanted.set(`${edge.from} ${edge.to}`, edge);
  }
  const missing: Edge[] = [];
  const unexpected: Edge[] = [];
  const kinds = names.map((from, row) =>
    names.map((to, column): CellKind => {
      const ports = reached[row]![column]!;
      const edge = wanted.get(`${from} ${to}`);
      if (edge !== undefined && lacks(edge, ports)) {
        missing.push(edge);
        return "missing";
      }
      const surplus = edge === undefined ? ports : ports.filter((port) => edge.ports?.includes(port) === false);
      if (surplus.length > 0) {
        unexpected.push({ from, to, ports: surplus });
        return "unexpected";
      }
      return edge === undefined ? "denied" : "allowed";
    }),
  );
  return { kinds, missing, unexpected, matches: missing.length + unexpected.length === 0 };
}

function lacks({ ports }: Edge, reached: readonly ReachedPort[]): boolean {
  return ports === undefined ? reached.length === 0 : ports.some((port) => !reached.includes(port));
}
