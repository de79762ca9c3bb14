const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A Kubernetes quantity in its base unit (cores, bytes); undefined where absent or not one. */
export function quantityOf(value: string | number | undefined): number | undefined {
  if (typeof value === "number") return value;
  const [, digits, suffix = "", exponent = ""] =
    /^(\d+(?:\.\d*)?|\.\d+)(?:([numkMGTPE]|[KMGTPE]i)|([eE][+-]?\d+))?$/.exec(value ?? "") ?? [];
  if (digits === undefined) return undefined;
  return suffix === "" ? Number(`${digits}${exponent}`) : Number(digits) * FACTORS[suffix]!;
}

export function millicoresOf(value: string | number | undefined): number | undefined {
  const cores = quantityOf(value);
  // Rounded: 0.29 cores times a thousand is no whole number.
  return cores === undefined ? undefined : Math.round(cores * 1e6) / 1e3;
}

export function memoryMiBOf(value: string | number | undefined): number | undefined {
  const bytes = quantityOf(value);
  return bytes === undefined ? undefined : bytes / 2 ** 20;
}
