/** A container as the ECS API spells it; only what rules read. Times in seconds. */
export interface Container {
  readonly name: string;
  readonly image?: string;
  readonly essential?: boolean;
  readonly privileged?: boolean;
  readonly user?: string;
  readonly readonlyRootFilesystem?: boolean;
  readonly stopTimeout?: number;
  readonly environment?: readonly { readonly name: string; readonly value: string }[];
  readonly healthCheck?: { readonly command?: readonly string[] };
  readonly linuxParameters?: {
    readonly initProcessEnabled?: boolean;
    readonly capabilities?: { readonly add?: readonly string[] };
  };
  readonly logConfiguration?: { readonly logDriver?: string; readonly options?: Readonly<Record<string, string>> };
  readonly firelensConfiguration?: object;
}

/** Containers of a task definition. A string that is no JSON list is refused by AWS, so here it is an empty list. */
export function containersOf(props: { readonly containerDefinitions: string }): readonly Container[] {
  try {
    const parsed: unknown = JSON.parse(props.containerDefinitions);
    return Array.isArray(parsed) ? (parsed as Container[]) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** The container that serves: the first essential one (a missing `essential` means true). */
export function mainContainer(props: { readonly containerDefinitions: string }): Container | undefined {
  return containersOf(props).find(({ essential }) => essential ?? true);
}

/** Value of an environment variable in seconds; undefined where absent or no number. */
export function secondsOf(container: Container, variable: string): number | undefined {
  const value = Number(container.environment?.find(({ name }) => name === variable)?.value);
  return Number.isFinite(value) ? value : undefined;
}
