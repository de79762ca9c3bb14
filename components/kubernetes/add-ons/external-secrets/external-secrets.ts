import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { child } from "../../../shared/index.ts";
import { makeRelease } from "../helm-release/make.ts";
import { makePodIdentity } from "../pod-identity/pod-identity.ts";
import type { ExternalSecretsArgs } from "./args.ts";
import { externalSecretsAllowances } from "./network.ts";
import { normaliseExternalSecrets } from "./normalise.ts";
import { storeArgs, storeStatements } from "./store.ts";
import { externalSecretsValues, WORKLOADS } from "./values.ts";

/** External Secrets by its chart, and the store that services read. */
export class ExternalSecrets extends ComponentResource {
  /** Name of the ClusterSecretStore, plain; null where none is made. */
  readonly storeName: string | null;
  /** What an ExternalSecret depends on. */
  readonly crds: readonly Resource[];

  constructor(name: string, args: ExternalSecretsArgs, opts?: ComponentResourceOptions) {
    const record = normaliseExternalSecrets(args);
    super("pyairtable:kubernetes:ExternalSecrets", name, {}, opts);
    const { transform } = args;
    const { store, sizes } = record;
    const scene = { addOn: "external-secrets", name, record, parent: this, transform, wiring: args.wiring } as const;
    const identity =
      store?.kind === "aws" ? makePodIdentity(scene, store.place, WORKLOADS.controller, storeStatements(store)) : [];
    const release = makeRelease(scene, {
      release: "external-secrets",
      values: externalSecretsValues(record),
      allowances: externalSecretsAllowances(record),
      workloads: {
        [WORKLOADS.controller]: sizes.controller,
        [WORKLOADS.webhook]: sizes.webhook,
        [WORKLOADS.certController]: sizes.certController,
      },
      after: identity,
    });
    this.crds = [release, ...(store === null ? [] : [this.#store(name, record, store, transform, release)])];
    this.storeName = store?.name ?? null;
    this.registerOutputs({ storeName: this.storeName });
  }

  #store(
    name: string,
    record: Parameters<typeof storeArgs>[0],
    store: Parameters<typeof storeArgs>[1],
    transform: ExternalSecretsArgs["transform"],
    release: Resource,
  ): CustomResource {
    return new CustomResource(
      ...child(transform?.clusterSecretStore, `${name}-store`, storeArgs(record, store), {
        parent: this,
        dependsOn: [release],
      }),
    );
  }
}
