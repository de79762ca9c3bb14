import type { NamespaceArgs } from "./args.ts";

/** A namespace with every default filled in and every check passed. */
export type NamespaceRecord = Required<Omit<NamespaceArgs, "wiring" | "transform">>;
