const MEMORY: Readonly<Record<string, number>> = {
  "": 2 ** -20,
  k: 1e3 / 2 ** 20,
  Ki: 2 ** -10,
  M: 1e6 / 2 ** 20,
  Mi: 1,
  Gi: 1024,
};

/** `250m`, `1`, `1.5` → millicores. */
export function parseCpuMillicores(quantity: string): number {
  return quantity.endsWith("m") ? Number(quantity.slice(0, -1)) : Math.round(Number(quantity) * 1000);
}

/** `262144k`, `128Mi`, bytes → MiB, whole. */
export function parseMemoryMiB(quantity: string): number {
  const [, number = "0", unit = ""] = /^([\d.]+)([A-Za-z]*)$/.exec(quantity) ?? [];
  return Math.round(Number(number) * (MEMORY[unit] ?? Number.NaN));
}
