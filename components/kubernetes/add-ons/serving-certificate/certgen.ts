import type { JobArgs } from "@pulumi/kubernetes/batch/v1/job.js";
import { NAME_LABEL } from "@pyairtable/kubernetes-facts";
import type { AddOnRecord } from "../common-args.ts";
import { objectLabels } from "../foundation/labels.ts";
import { CONTAINER_SECURITY, POD_SECURITY, resources, SYSTEM_NODES } from "../foundation/pod.ts";
import { CERTGEN_IMAGE, imageReference, type LocalAddOnName } from "../versions.ts";
import { CERTIFICATE_KEYS } from "./args.ts";

/** Value of the name label of both Jobs' pods. */
export const CERTGEN = "certgen";

/** What the authority is told to. */
export type CertificateTarget =
  | { readonly kind: "api-service"; readonly name: string }
  | { readonly kind: "mutating-webhook"; readonly name: string };

const SIZE = { cpuMillicores: 10, memoryMiB: 32, limits: { cpuMillicores: 100, memoryMiB: 64 } };

/** Makes authority, certificate and key, and keeps them in a Secret; one that is there stays as it is. */
export function createFlags(namespace: string, secretName: string, hosts: readonly string[]): string[] {
  return [
    "create",
    `--host=${hosts.join(",")}`,
    `--namespace=${namespace}`,
    `--secret-name=${secretName}`,
    "--secret-type=kubernetes.io/tls",
    ...keyFlags(),
  ];
}

/** Writes the authority into the one object that needs it. */
export function patchFlags(namespace: string, secretName: string, target: CertificateTarget): string[] {
  const [caKey] = keyFlags();
  const where =
    target.kind === "api-service"
      ? [`--apiservice-name=${target.name}`, "--patch-mutating=false"]
      : [`--webhook-name=${target.name}`, "--patch-mode=patch"];
  return [
    "patch",
    `--namespace=${namespace}`,
    `--secret-name=${secretName}`,
    caKey!,
    "--patch-validating=false",
    ...where,
  ];
}

function keyFlags(): string[] {
  return [
    `--ca-name=${CERTIFICATE_KEYS.ca}`,
    `--cert-name=${CERTIFICATE_KEYS.certificate}`,
    `--key-name=${CERTIFICATE_KEYS.key}`,
  ];
}

/** A Job run once; its name changes with what it does, so that it is replaced, never edited. */
export function certgenJobArgs(
  addOn: LocalAddOnName,
  record: AddOnRecord,
  name: string,
  flags: readonly string[],
): JobArgs {
  const labels = { ...objectLabels(addOn, record), [NAME_LABEL]: CERTGEN };
  return {
    metadata: { name, namespace: record.namespace, labels },
    spec: {
      backoffLimit: 6,
      activeDeadlineSeconds: 300,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: "OnFailure",
          serviceAccountName: CERTGEN,
          priorityClassName: record.priorityClass,
          securityContext: { ...POD_SECURITY },
          tolerations: [{ ...SYSTEM_NODES }],
          containers: [
            {
              name: CERTGEN,
              image: imageReference(CERTGEN_IMAGE),
              args: [...flags],
              resources: resources(SIZE),
              securityContext: { ...CONTAINER_SECURITY },
            },
          ],
        },
      },
    },
  };
}
