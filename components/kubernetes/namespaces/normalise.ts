import { throwIfAny } from "@pyairtable/diagnostics";
import type { NamespaceArgs } from "./args.ts";
import { checkNamespace } from "./checks.ts";
import type { NamespaceRecord } from "./record.ts";

/** Args to record: fills in defaults, checks everything, throws one `UserError` with all problems. */
export function normalise(args: NamespaceArgs): NamespaceRecord {
  const { name, domain, tags, kubernetesVersion, quota, limitRange } = args;
  const record: NamespaceRecord = {
    name,
    domain,
    tags,
    kubernetesVersion,
    quota,
    limitRange,
    viewers: [...new Set(args.viewers ?? [])].sort(),
    editors: args.editors ?? [],
    nodeLocalDnsCidr: args.nodeLocalDnsCidr ?? null,
  };
  throwIfAny(`Namespace ${String(name)}`, checkNamespace(record));
  return record;
}
