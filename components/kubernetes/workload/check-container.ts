import type { Reporter } from "../../shared/index.ts";
import { isPinned } from "../shared/index.ts";
import { RESERVED_VARIABLES } from "./environment.ts";
import type { WorkloadRecord } from "./record.ts";

/** What runs inside: image, sizes, paths, variables. */
export function checkContainer({ container, metrics, placement }: WorkloadRecord, report: Reporter): void {
  report.unless(isPinned(container.image), {
    code: "image",
    path: "image",
    got: container.image,
    wanted: "repository:tag with a tag other than latest, or repository@sha256:digest",
    fix: "Pin the image, so that a restart never changes the code.",
  });
  report.wholeNumber("requests.cpuMillicores", container.requests.cpuMillicores, 1, 64_000, "millicores");
  report.wholeNumber("requests.memoryMiB", container.requests.memoryMiB, 16, 262_144, "MiB");
  report.wholeNumber("tmpMiB", container.tmpMiB, 1, 20_480, "MiB");
  report.wholeNumber("port", container.port, 1024, 65_535, "(port)");
  report.wholeNumber("startupSeconds", container.startupSeconds, 0, 300, "seconds");
  report.wholeNumber("zones.count", placement.zones.count, 1, 6, "zones");
  if (metrics !== null) report.wholeNumber("metrics.intervalSeconds", metrics.intervalSeconds, 10, 300, "seconds");
  const { kind, label } = placement.capacity;
  report.unless(kind === "spot" || label !== null, {
    code: "capacity",
    path: "capacity.label",
    got: label,
    wanted: `the node label that tells Spot from on demand: ${kind} goes by it`,
    fix: "Name the label and its two values.",
  });
  checkPaths(container, metrics, report);
  checkVariables(container, report);
}

function checkPaths(
  { healthPath, livenessPath }: WorkloadRecord["container"],
  metrics: WorkloadRecord["metrics"],
  { unless }: Reporter,
): void {
  const paths = { healthPath, livenessPath, "metrics.path": metrics?.path ?? null };
  for (const [path, got] of Object.entries(paths))
    unless(got === null || /^\/[\w\-./~]*$/.test(got), {
      code: "path",
      path,
      got,
      wanted: "a path that starts with / and has no query",
      fix: `Give the bare path of ${path}.`,
    });
  unless(livenessPath === null || livenessPath !== healthPath, {
    code: "liveness",
    path: "livenessPath",
    got: livenessPath,
    wanted: "a path other than healthPath",
    fix: "Ask the process alone, or leave it out: readiness fails with a database, and would restart every pod.",
  });
}

function checkVariables({ variables, secrets }: WorkloadRecord["container"], { unless }: Reporter): void {
  const plain = Object.keys(variables);
  const names = [...plain, ...secrets.map(({ variable }) => variable)];
  for (const [n, name] of names.entries()) {
    const fits = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !(RESERVED_VARIABLES as readonly string[]).includes(name);
    unless(fits && names.indexOf(name) === n, {
      code: "variable",
      path: `${n < plain.length ? "variables" : "secrets"}.${name}`,
      got: name,
      wanted: `a variable name given once, not one of ${RESERVED_VARIABLES.join(", ")}`,
      fix: "Rename the variable.",
    });
  }
}
