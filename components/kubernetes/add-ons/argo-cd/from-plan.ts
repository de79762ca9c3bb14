import { nearest, throwIfAny } from "@pyairtable/diagnostics";
import type { Plan, ServicePlan } from "@pyairtable/plan";
import { addOnReporter } from "../reporter.ts";
import type { ArgoCdArgs, GitOpsServiceArgs } from "./args.ts";

/** How one owner deploys by GitOps. */
export interface GitOpsTeam {
  /** Repository its services are deployed from. */
  readonly repository: string;
  /** Branch or tag of this environment. */
  readonly revision: string;
  /** Its services that are deployed so; the others stay with Pulumi. */
  readonly services: "all" | readonly string[];
  /** Folder in the repository before service and environment. Default `services`. */
  readonly folder?: string;
  /** Groups whose members may look and sync. Default none. */
  readonly groups?: readonly string[];
  readonly automated?: GitOpsServiceArgs["automated"];
}

/** Teams and services of Argo CD from the plan: who owns what, and in which namespace, is the catalog's to say. */
export function gitOpsFromPlan(
  plan: Pick<Plan, "environment" | "services">,
  teams: Readonly<Record<string, GitOpsTeam>>,
): Pick<ArgoCdArgs, "teams" | "services"> {
  const report = addOnReporter("GitOps");
  const owned = Object.groupBy(plan.services.filter(runsHere), ({ tags }) => tags.Owner);
  const made = Object.entries(teams).map(([name, team]) => {
    const all = owned[name] ?? [];
    report.unless(all.length > 0, {
      code: "team",
      path: name,
      got: name,
      wanted: `an owner of services on Kubernetes${like(name, Object.keys(owned))}`,
      fix: "Correct the owner's name, or remove it.",
    });
    const chosen = team.services === "all" ? all.map((service) => service.name) : team.services;
    for (const service of chosen)
      report.unless(
        all.some((one) => one.name === service),
        {
          code: "team",
          path: `${name}.services`,
          got: service,
          wanted: `a service of ${name} on Kubernetes${like(
            service,
            all.map((one) => one.name),
          )}`,
          fix: "Correct the service's name, or give it to its owner.",
        },
      );
    const services = all.filter((service) => chosen.includes(service.name));
    return { name, team, namespaces: [...new Set(services.map(namespaceOf))].sort(), services };
  });
  throwIfAny("GitOps", report.diagnostics);
  return {
    teams: made.map(({ name, team, namespaces }) => ({
      name,
      namespaces,
      repositories: [team.repository],
      groups: team.groups,
    })),
    services: made.flatMap(({ name, team, services }) =>
      services.map((service) => ({
        service: service.name,
        team: name,
        namespace: namespaceOf(service),
        repository: team.repository,
        path: `${team.folder ?? "services"}/${service.name}/${plan.environment}`,
        revision: team.revision,
        automated: team.automated ?? null,
      })),
    ),
  };
}

function runsHere({ kubernetes }: ServicePlan): boolean {
  return kubernetes !== null;
}

function namespaceOf({ kubernetes }: ServicePlan): string {
  return kubernetes?.namespace ?? "";
}

function like(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? "" : `, such as ${near}`;
}
