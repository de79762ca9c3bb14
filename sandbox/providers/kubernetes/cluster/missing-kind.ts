import type { Diagnostic } from "@pyairtable/diagnostics";
import { describeKey, groupOfVersion, type ObjectKey } from "../objects.ts";
import type { Elsewhere } from "./discovery.ts";

/** A kind that the server does not serve: another version of it, another kind of its group, or a group nobody installed. */
export function missingKindProblem(key: ObjectKey, { groupVersions, withKind }: Elsewhere): Diagnostic {
  if (withKind.length > 0) {
    return {
      code: "apply.other-version",
      path: `${describeKey(key)}: apiVersion`,
      got: key.apiVersion,
      wanted: `${withKind.join(" or ")}, the versions of ${key.kind} that this cluster serves`,
      fix: "Install the add-on in the version that the program was written for, or change the apiVersion.",
    };
  }
  const group = groupOfVersion(key.apiVersion);
  const inGroup = groupVersions.length === 0 ? `nothing of group ${group}` : `group ${group} without kind ${key.kind}`;
  return {
    code: "apply.missing-kind",
    path: `${describeKey(key)}: kind`,
    got: inGroup,
    wanted: `a cluster that serves ${key.kind} of ${key.apiVersion}`,
    fix: "Turn on the add-on that brings it, or install its CustomResourceDefinition and let the object depend on it.",
  };
}
