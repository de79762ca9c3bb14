import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import type { Resource } from "@pulumi/pulumi";
import { child } from "../../shared/index.ts";
import { deploymentManifest } from "./deployment.ts";
import { externalSecretManifest } from "./external-secret.ts";
import { serviceAccountManifest, serviceManifest } from "./service-manifests.ts";
import type { WorkloadSite } from "./site.ts";

/** Account, Secret and Deployment, and the Service before it. `first` is what the pods must not start without. */
export function makeWorkload(site: WorkloadSite, first: readonly Resource[]): Deployment {
  const { name, record, transform, opts } = site;
  const account = new ServiceAccount(
    ...child(transform?.serviceAccount, `${name}-account`, serviceAccountManifest(record), opts),
  );
  const secret = externalSecretManifest(record);
  const secrets =
    secret === null
      ? []
      : [new CustomResource(...child(transform?.externalSecret, `${name}-secret`, { ...secret }, opts))];
  const after = { ...opts, dependsOn: [...opts.dependsOn, ...first, account, ...secrets] };
  const deployment = new Deployment(
    ...child(transform?.deployment, `${name}-deployment`, deploymentManifest(record), after),
  );
  new Service(...child(transform?.service, `${name}-service`, serviceManifest(record), opts));
  return deployment;
}
