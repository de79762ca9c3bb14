import { createHash } from "node:crypto";
import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import type { Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import { makeAccess } from "../foundation/access.ts";
import type { Scene } from "../foundation/add-on-base.ts";
import type { Allowance } from "../foundation/network-policy.ts";
import { CERTGEN_IMAGE, imageReference } from "../versions.ts";
import type { ServingCertificate } from "./args.ts";
import { certificateArgs } from "./cert-manager.ts";
import { CERTGEN, type CertificateTarget, certgenJobArgs, createFlags, patchFlags } from "./certgen.ts";
import { secretRules, targetRules } from "./certgen-rbac.ts";
import type { CertificateTransform } from "./transform.ts";

/** The scene of an add-on that serves TLS. */
export type CertificateScene = Scene & { readonly transform: CertificateTransform | undefined };

/** What the Job's pods may reach. */
export function certgenAllowances({ args }: ServingCertificate): Allowance[] {
  return args.kind === "generated" ? [{ workload: CERTGEN, from: [], to: [{ peer: "api-server", ports: [] }] }] : [];
}

/** The Secret's maker; pods that mount it depend on what is returned. */
export function makeCertificate(
  scene: CertificateScene,
  certificate: ServingCertificate,
  target: CertificateTarget,
  hosts: readonly string[],
  after: readonly Resource[],
): Resource[] {
  const { addOn, name, record, parent, transform } = scene;
  const { args, secretName } = certificate;
  const opts = { parent, dependsOn: [...after] };
  if (args.kind === "secret") return [];
  if (args.kind === "cert-manager") {
    const wanted = certificateArgs(addOn, record, secretName, hosts, args);
    return [new CustomResource(...child(transform?.certificate, `${name}-certificate`, wanted, opts))];
  }
  const access = { account: CERTGEN, rules: secretRules(secretName), clusterRules: targetRules(target) };
  const rights = makeAccess(scene, access, after);
  return [makeJob(scene, "create", createFlags(record.namespace, secretName, hosts), [...after, ...rights]), ...rights];
}

/** Hands the authority to the API server, where a Job does that. */
export function publishAuthority(
  scene: CertificateScene,
  { args, secretName }: ServingCertificate,
  target: CertificateTarget,
  after: readonly Resource[],
): Resource[] {
  if (args.kind !== "generated") return [];
  return [makeJob(scene, "patch", patchFlags(scene.record.namespace, secretName, target), after)];
}

function makeJob(scene: CertificateScene, act: string, flags: readonly string[], after: readonly Resource[]): Job {
  const { addOn, name, record, parent, transform } = scene;
  const content = createHash("sha256")
    .update(JSON.stringify([flags, imageReference(CERTGEN_IMAGE)]))
    .digest("hex");
  const args = certgenJobArgs(addOn, record, `${CERTGEN}-${act}-${content.slice(0, 8)}`, flags);
  return new Job(...child(transform?.certgenJob, `${name}-certgen-${act}`, args, { parent, dependsOn: [...after] }));
}
