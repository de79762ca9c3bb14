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

/** The service that pays for a resource: its `Service` tag, else its `Service` component, else `platform`. */
export function serviceOf(resource: Owned): string {
  const props = resource.props as { tags?: Readonly<Record<string, string>> };
  const tag = readOr(undefined, () => props.tags?.Service);
  if (typeof tag === "string" && tag !== "") return tag;
  const parent = parseUrn(resource.parent ?? "");
  return parent.types[0] === SERVICE_COMPONENT ? parent.name : SHARED_SERVICE;
}
