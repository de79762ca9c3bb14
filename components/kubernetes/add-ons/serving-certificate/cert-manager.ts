import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { AddOnRecord } from "../common-args.ts";
import { objectLabels } from "../foundation/labels.ts";
import type { LocalAddOnName } from "../versions.ts";
import type { ServingCertificateArgs } from "./args.ts";

type Issued = Extract<ServingCertificateArgs, { kind: "cert-manager" }>;

/** Ninety days, renewed after sixty, with a new key each time. */
export function certificateArgs(
  addOn: LocalAddOnName,
  record: AddOnRecord,
  secretName: string,
  hosts: readonly string[],
  { issuer }: Issued,
): CustomResourceArgs {
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata: { name: secretName, namespace: record.namespace, labels: objectLabels(addOn, record) },
    spec: {
      secretName,
      dnsNames: [...hosts],
      duration: "2160h0m0s",
      renewBefore: "720h0m0s",
      privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
      usages: ["digital signature", "key encipherment", "server auth"],
      issuerRef: { group: "cert-manager.io", kind: issuer.kind, name: issuer.name },
    },
  };
}
