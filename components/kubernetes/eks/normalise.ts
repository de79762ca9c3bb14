import { throwIfAny } from "@pyairtable/diagnostics";
import { reporter } from "../../shared/index.ts";
import type { AccessRecord, EksClusterArgs, EksClusterRecord } from "./args.ts";
import { checkCluster } from "./checks.ts";
import { placeRecord } from "./place.ts";

/** Args to record: defaults and checks; throws one `UserError` with all problems. */
export function normaliseCluster(args: EksClusterArgs): EksClusterRecord {
  const place = placeRecord(args);
  const admins = args.adminPrincipalArns.map((arn) => accessOf("admin", arn, "AmazonEKSClusterAdminPolicy"));
  const viewers = (args.viewerPrincipalArns ?? []).map((arn) => accessOf("viewer", arn, "AmazonEKSViewPolicy"));
  const record: EksClusterRecord = {
    ...place,
    version: args.version,
    zones: args.zones,
    access: [...admins, ...viewers],
    system: args.system,
    logRetentionDays: args.logRetentionDays,
    publicEndpoint: args.publicEndpoint ?? null,
    apiClients: args.apiClients ?? [],
    deletionProtection: args.deletionProtection ?? true,
    logGroupName: `/aws/eks/${place.clusterName}/cluster`,
    keyAlias: `alias/${place.clusterName}-eks`,
  };
  const subject = `EksCluster ${place.clusterName}`;
  const report = reporter("eks", subject);
  checkCluster(record, report);
  throwIfAny(subject, report.diagnostics);
  return record;
}

/** The key holds account, kind and name, so that no change of the list's order renames an entry. */
function accessOf(kind: string, principalArn: string, policy: AccessRecord["policy"]): AccessRecord {
  const [, , , , account = "", path = ""] = principalArn.split(":");
  const parts = path.split("/");
  return { key: `${kind}-${account}-${parts[0]}-${parts.at(-1)}`, principalArn, policy };
}
