import { nearest } from "@pyairtable/diagnostics";
import { checkName } from "../common-normalise.ts";
import type { Reporter } from "../reporter.ts";
import type { ArgoCdRecord, GitOpsService, TeamArgs } from "./args.ts";

/** In full, encrypted, and without a password: `https://host/path` or `ssh://git@host/path` or `git@host:path`. */
const REPOSITORY = /^(https:\/\/[^\s/@*]+\/[^\s@*]+|ssh:\/\/[\w-]+@[^\s/@*]+\/[^\s@*]+|[\w-]+@[^\s/@*:]+:[^\s@*]+)$/;

/** Teams deploy from their repositories to their namespaces, and services belong to one of them. */
export function checkServices(record: ArgoCdRecord, report: Reporter): void {
  checkUnique(
    "teams",
    record.teams.map((team) => team.name),
    report,
  );
  checkUnique(
    "services",
    record.services.map(({ service }) => service),
    report,
  );
  for (const team of record.teams) checkTeam(team, record, report);
  for (const service of record.services) checkService(service, record, report);
}

function checkUnique(path: string, names: readonly string[], report: Reporter): void {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  report.unless(twice.length === 0, {
    code: "twice",
    path,
    got: twice,
    wanted: "each name once",
    fix: "Remove the second of them.",
  });
}

function checkTeam(team: TeamArgs, record: ArgoCdRecord, report: Reporter): void {
  const path = `teams.${team.name}`;
  checkName(`${path}.name`, team.name, report);
  report.unless(team.name !== "default", {
    code: "name",
    path: `${path}.name`,
    got: team.name,
    wanted: "another name: Argo CD's own project of that name is closed here",
    fix: "Rename it.",
  });
  for (const [index, namespace] of team.namespaces.entries()) {
    checkName(`${path}.namespaces[${index}]`, namespace, report);
    report.unless(namespace !== "kube-system" && namespace !== record.namespace, {
      code: "destination",
      path: `${path}.namespaces[${index}]`,
      got: namespace,
      wanted: "a namespace of services",
      fix: "Leave system namespaces to Pulumi.",
    });
  }
  for (const [index, repository] of team.repositories.entries())
    report.unless(REPOSITORY.test(repository), {
      code: "repository",
      path: `${path}.repositories[${index}]`,
      got: repository,
      wanted: "one repository in full, by https or ssh, without password or wildcard",
      fix: "Write it as https://host/organisation/repository.",
    });
}

function checkService(service: GitOpsService, { teams }: ArgoCdRecord, report: Reporter): void {
  const path = `services.${service.service}`;
  checkName(`${path}.service`, service.service, report);
  const team = teams.find(({ name }) => name === service.team);
  const near = nearest(
    service.team,
    teams.map(({ name }) => name),
  );
  report.unless(team !== undefined, {
    code: "team",
    path: `${path}.team`,
    got: service.team,
    wanted: near === undefined ? "one of the teams" : `one of the teams, such as ${near}`,
    fix: "Add the team, or correct its name.",
  });
  if (team !== undefined) {
    report.unless(team.namespaces.includes(service.namespace), {
      code: "destination",
      path: `${path}.namespace`,
      got: service.namespace,
      wanted: `a namespace of ${team.name}: ${team.namespaces.join(", ")}`,
      fix: "Deploy it where its team may deploy.",
    });
    report.unless(team.repositories.includes(service.repository), {
      code: "repository",
      path: `${path}.repository`,
      got: service.repository,
      wanted: `a repository of ${team.name}`,
      fix: "Add the repository to the team.",
    });
  }
  report.unless(!service.path.startsWith("/") && !service.path.split("/").includes("..") && service.path !== "", {
    code: "path",
    path: `${path}.path`,
    got: service.path,
    wanted: "a folder inside the repository, relative",
    fix: "Write it as deploy/production.",
  });
  report.unless(/^[\w][\w./-]*$/.test(service.revision) && service.revision !== "HEAD", {
    code: "revision",
    path: `${path}.revision`,
    got: service.revision,
    wanted: "a branch, tag or commit; not HEAD",
    fix: "Name what is deployed.",
  });
  if (service.automated !== null) report.reason(`${path}.automated.why`, service.automated.why);
}
