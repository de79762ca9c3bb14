import type { rbac } from "@pulumi/kubernetes/types/input.js";
import type { CertificateTarget } from "./certgen.ts";

/** In the add-on's namespace: its one Secret; `create` cannot be narrowed to a name. */
export function secretRules(secretName: string): rbac.v1.PolicyRule[] {
  return [
    { apiGroups: [""], resources: ["secrets"], verbs: ["create"] },
    { apiGroups: [""], resources: ["secrets"], resourceNames: [secretName], verbs: ["get"] },
  ];
}

/** Cluster-wide: the one object that holds the authority. */
export function targetRules(target: CertificateTarget): rbac.v1.PolicyRule[] {
  const { apiGroups, resources, verbs } =
    target.kind === "api-service"
      ? { apiGroups: ["apiregistration.k8s.io"], resources: ["apiservices"], verbs: ["get", "update"] }
      : {
          apiGroups: ["admissionregistration.k8s.io"],
          resources: ["mutatingwebhookconfigurations"],
          verbs: ["get", "patch"],
        };
  return [{ apiGroups, resources, resourceNames: [target.name], verbs }];
}
