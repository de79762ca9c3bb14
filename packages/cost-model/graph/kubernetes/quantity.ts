const FACTORS: Readonly<Record<string, number>> = {
  "": 1,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A Kubernetes quantity in its base unit (cores, bytes); null for anything else. */
export function quantity(value: unknown): number | null {
  if (typeof value === "number") return value;
  const found = /^(\d+(?:\.\d+)?|\.\d+)([umkMGT]|[KMGT]i)?$/.exec(typeof value === "string" ? value : "");
  return found === null ? null : Number(found[1]) * FACTORS[found[2] ?? ""]!;
}
