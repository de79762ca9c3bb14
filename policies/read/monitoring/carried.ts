import { BUNDLE_VARIABLE, unbundle } from "@pyairtable/monitoring/bundle";
import { containersOf } from "../containers.ts";

export const TASK = "aws:ecs/taskDefinition:TaskDefinition";
type TaskProps = { readonly containerDefinitions: string };

/** A container of a monitoring task with what its variables carry. */
export interface Carrier {
  readonly name: string;
  readonly command: string;
  /** Files of its bundle: path → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
}

let last: { readonly text: string; readonly carriers: readonly Carrier[] } | null = null;

/** Containers of these names; none for a task that has none of them. Kept for the next rule that looks at the same task. */
export function carriersOf({ containerDefinitions: text }: TaskProps): readonly Carrier[] {
  if (!MARKS.some((mark) => text.includes(mark))) return [];
  if (last?.text === text) return last.carriers;
  const carriers = containersOf({ containerDefinitions: text }).map((container) => {
    const variables = Object.fromEntries((container.environment ?? []).map(({ name, value }) => [name, value]));
    const { command = [] } = container as { readonly command?: readonly string[] };
    return {
      name: container.name,
      command: command.join(" "),
      variables,
      files: unbundle(variables[BUNDLE_VARIABLE] ?? ""),
    };
  });
  last = { text, carriers };
  return carriers;
}

/** Names as they stand in a definition: cheaper than parsing thirty services' tasks for each rule. */
const MARKS = ["prometheus", "alertmanager", "collector", "grafana"].map((name) => `"name":"${name}"`);

export const carrierOf = (props: TaskProps, name: string): Carrier | undefined =>
  carriersOf(props).find((carrier) => carrier.name === name);

/** A file or variable as JSON; undefined for none and for what is no JSON. */
export function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
