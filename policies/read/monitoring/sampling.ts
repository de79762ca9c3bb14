import { carrierOf, jsonOf, TASK } from "./carried.ts";

const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
/** Resources that run a collector. */
export const COLLECTOR_TYPES = [TASK, STATEFUL_SET] as const;
const VARIABLE = "AOT_CONFIG_CONTENT";

interface CollectorConfig {
  readonly processors?: {
    readonly tail_sampling?: {
      readonly policies?: readonly {
        readonly type: string;
        readonly probabilistic?: { readonly sampling_percentage?: number };
      }[];
    };
  };
  readonly service?: { readonly pipelines?: { readonly traces?: { readonly exporters?: readonly string[] } } };
}

/** What a collector keeps of traces, percent; undefined where it handles none. */
export interface Sampling {
  readonly percent: number;
  readonly keepsErrors: boolean;
}

export function samplingOf(type: string, props: object): Sampling | undefined {
  const config = jsonOf(configText(type, props)) as CollectorConfig | undefined;
  const exporters = config?.service?.pipelines?.traces?.exporters ?? [];
  // Where no traces are kept, the pipeline ends in the log.
  if (config === undefined || exporters.length === 0 || exporters.every((name) => name === "debug")) return undefined;
  const policies = config.processors?.tail_sampling?.policies;
  if (policies === undefined) return { percent: 100, keepsErrors: true };
  const shares = policies.map(({ type: kind, probabilistic }) =>
    kind === "always_sample" ? 100 : (probabilistic?.sampling_percentage ?? 0),
  );
  return { percent: Math.max(0, ...shares), keepsErrors: policies.some(({ type: kind }) => kind === "status_code") };
}

function configText(type: string, props: object): string | undefined {
  if (type === TASK) return carrierOf(props as { containerDefinitions: string }, "collector")?.variables[VARIABLE];
  const { spec } = props as {
    readonly spec?: { readonly template?: { readonly spec?: { readonly containers?: readonly Env[] } } };
  };
  const variables = (spec?.template?.spec?.containers ?? []).flatMap(({ env = [] }) => env);
  return variables.find(({ name }) => name === VARIABLE)?.value;
}
interface Env {
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}
