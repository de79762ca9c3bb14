/** Types a chart declares for a value: those of JSON, `map` for objects with keys of one's own, `any`. */
export type ValueType = "array" | "boolean" | "integer" | "number" | "string" | "map" | "any";

/** Keys of a chart that are set here, by their path with slashes; generated from the chart itself. */
export interface ChartKeys {
  readonly source: string;
  readonly keys: Readonly<Record<string, ValueType | readonly ValueType[]>>;
}

/** What is wrong with values: keys the chart does not have, and types it does not take. */
export function valueProblems(values: object, { keys }: ChartKeys, path = ""): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}/${key}`;
    const types = keys[at];
    if (types !== undefined) {
      const wanted = typeof types === "string" ? [types] : types;
      return wanted.some((type) => isOf(type, value))
        ? []
        : [`${at} is ${kindOf(value)}, wanted ${wanted.join(" or ")}`];
    }
    if (kindOf(value) === "map" && Object.keys(keys).some((known) => known.startsWith(`${at}/`)))
      return valueProblems(value as object, { source: "", keys }, at);
    return [`${at} is no key of the chart`];
  });
}

/** Throws a plain Error on values the pinned chart would ignore or refuse: that is our bug, not the user's. */
export function assertValues(chart: ChartKeys, values: object): void {
  const problems = valueProblems(values, chart);
  if (problems.length > 0) throw new Error(`values for ${chart.source}: ${problems.join("; ")}`);
}

function isOf(type: ValueType, value: unknown): boolean {
  const kind = kindOf(value);
  return type === "any" || type === kind || (type === "number" && kind === "integer");
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "object") return value === null ? "null" : "map";
  return Number.isInteger(value) ? "integer" : typeof value;
}
