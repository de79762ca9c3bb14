import type { PolicyResource } from "@pulumi/policy";
import { isKubernetes } from "../read/kubernetes/metadata.ts";
import type { CapturedResource } from "../testing/captured.ts";

/** The SDK's key to what lies behind an unknown-checking proxy; through the proxy, unknown values throw. */
const TARGET = "__getSpecialProxyTarget";

/**
 * A resource as plain JSON, unknown values as the engine's sentinel strings. `inputs` only where they differ; they stand
 * in for outputs where the pack itself lets them (`remember-inputs.ts`).
 */
export function captured(resource: PolicyResource, inputs: Record<string, unknown> | undefined): CapturedResource {
  const { type, urn, name, opts, parent, dependencies } = resource;
  const outputs = behind(resource.props);
  const given = inputs === undefined ? undefined : behind(inputs);
  const props = isKubernetes(type) || Object.keys(outputs).length === 0 ? (given ?? outputs) : outputs;
  const same = given === undefined || JSON.stringify(given) === JSON.stringify(props);
  return {
    type,
    urn,
    name,
    props,
    ...(same ? {} : { inputs: given }),
    opts: {
      ...(opts.ignoreChanges.length > 0 ? { ignoreChanges: opts.ignoreChanges } : {}),
      ...(opts.protect ? { protect: true } : {}),
    },
    ...(parent === undefined ? {} : { parent: parent.urn }),
    dependencies: dependencies.map((one) => one.urn),
  };
}

function behind(props: Record<string, unknown>): Record<string, unknown> {
  return (props[TARGET] as Record<string, unknown> | undefined) ?? props;
}
