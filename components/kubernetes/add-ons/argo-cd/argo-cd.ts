import { CustomResource, type CustomResourceArgs } from "@pulumi/kubernetes/apiextensions/customResource.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import { ComponentResource, type ComponentResourceOptions, type Resource } from "@pulumi/pulumi";
import { child, type Transform } from "../../../shared/index.ts";
import { makeRelease } from "../helm-release/make.ts";
import type { ArgoCdArgs, ArgoCdRecord } from "./args.ts";
import { namespaceBindingArgs, namespaceRoleArgs } from "./namespace-rights.ts";
import { argoCdAllowances } from "./network.ts";
import { normaliseArgoCd } from "./normalise.ts";
import { applicationArgs, closedProjectArgs, projectArgs } from "./projects.ts";
import { argoCdValues, WORKLOADS } from "./values.ts";

/** Argo CD by its chart, a project for each team, an Application for each service it owns. */
export class ArgoCd extends ComponentResource {
  /** Names of the services it owns, plain and sorted; Pulumi makes none of them. */
  readonly services: readonly string[];
  /** What an Application depends on. */
  readonly crds: readonly Resource[];

  constructor(name: string, args: ArgoCdArgs, opts?: ComponentResourceOptions) {
    const record = normaliseArgoCd(args);
    super("pyairtable:kubernetes:ArgoCd", name, {}, opts);
    const { transform } = args;
    const { sizes } = record;
    const scene = { addOn: "argo-cd", name, record, parent: this, transform, wiring: args.wiring } as const;
    const release = makeRelease(scene, {
      release: "argocd",
      values: argoCdValues(record),
      allowances: argoCdAllowances(record),
      workloads: {
        [WORKLOADS.controller]: sizes.controller,
        [WORKLOADS.server]: sizes.server,
        [WORKLOADS.repoServer]: sizes.repoServer,
        [WORKLOADS.redis]: sizes.redis,
      },
      after: this.#rights(name, record, args),
    });
    this.crds = [release];
    this.#deployments(name, record, transform, release);
    this.services = record.services.map(({ service }) => service);
    this.registerOutputs({ services: this.services });
  }

  /** In every team's namespace, for the two that need them. */
  #rights(name: string, record: ArgoCdRecord, { transform, wiring }: ArgoCdArgs): Resource[] {
    const first = { parent: this, dependsOn: [...(wiring?.dependsOn ?? [])] };
    return record.namespaces.flatMap((namespace) =>
      (["controller", "server"] as const).flatMap((account) => {
        const base = `${name}-${namespace}-${account}`;
        const role = new Role(...child(transform?.role, base, namespaceRoleArgs(record, account, namespace), first));
        const binding = namespaceBindingArgs(record, account, namespace);
        const opts = { parent: this, dependsOn: [role] };
        return [role, new RoleBinding(...child(transform?.roleBinding, base, binding, opts))];
      }),
    );
  }

  #deployments(name: string, record: ArgoCdRecord, transform: ArgoCdArgs["transform"], release: Resource): void {
    const make = (
      change: Transform<CustomResourceArgs> | undefined,
      logical: string,
      args: CustomResourceArgs,
      dependsOn: Resource[],
    ) => new CustomResource(...child(change, logical, args, { parent: this, dependsOn }));
    make(transform?.project, `${name}-project-default`, closedProjectArgs(record), [release]);
    const projects = new Map(
      record.teams.map((team) => [
        team.name,
        make(transform?.project, `${name}-project-${team.name}`, projectArgs(record, team), [release]),
      ]),
    );
    for (const service of record.services) {
      const args = applicationArgs(record, service);
      const project = projects.get(service.team);
      const after = project === undefined ? [release] : [release, project];
      make(transform?.application, `${name}-application-${service.service}`, args, after);
    }
  }
}
