import { COST_LABELS } from "@pyairtable/kubernetes-facts";
import { readOr } from "./unknown.ts";
import { parseUrn } from "./urn.ts";

/** What carries the name of a service: a resource as the engine shows it. */
export interface Owned {
  readonly urn: string;
  readonly props: object;
  /** URN of the parent. */
  readonly parent?: string;
}

const SERVICE_COMPONENT = "pyairtable:ecs:Service";
export const SHARED_SERVICE = "platform";

interface Marked {
  readonly tags?: Readonly<Record<string, string>>;
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
}

/** The service that pays for a resource: its `Service` tag or label, else its `Service` component, else `platform`. */
export function serviceOf(resource: Owned): string {
  const props = resource.props as Marked;
  const tag = readOr(undefined, () => props.tags?.Service) ?? readOr(undefined, () => label(props));
  if (typeof tag === "string" && tag !== "") return tag;
  const parent = parseUrn(resource.parent ?? "");
  return parent.types[0] === SERVICE_COMPONENT ? parent.name : SHARED_SERVICE;
}

function label({ metadata }: Marked): string | undefined {
  return metadata?.labels?.[COST_LABELS.Service];
}
