import type { CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import type { JobArgs } from "@pulumi/kubernetes/batch/v1/job.js";
import type { Transforms } from "../../../shared/index.ts";
import type { AccessChildren } from "../foundation/access.ts";
import type { BaseChildren } from "../foundation/transform.ts";

export interface CertificateChildren extends BaseChildren, AccessChildren {
  certificate: CustomResourceArgs;
  certgenJob: JobArgs;
}
export type CertificateTransform = Transforms<CertificateChildren>;
