import { hasUnknown, isObject, isUnknown, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import table from "../data/release-args.json" with { type: "json" };

const ARGS = new Map(Object.entries(table.args));
/** Semantic Versioning 2.0.0, whole: a range or a bare `1.2` would install something else tomorrow. */
const SEMVER =
  /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** Helm's own limit of a release name, which leaves room for suffixes. */
const LONGEST_NAME = 53;

/** What is wrong with a `kubernetes:helm.sh/v3:Release`; unknown values pass. */
export function checkRelease(inputs: Properties): Violation[] {
  const found: Violation[] = [];
  const refuse = (path: string, got: Value | undefined, wanted: string, message: string): void => {
    found.push({ path, got, wanted, message });
  };
  for (const [key, value] of Object.entries(inputs)) {
    const kind = ARGS.get(key);
    if (key.startsWith("__") || isUnknown(value) || (value ?? null) === null) continue;
    if (kind === undefined) refuse(key, value, `one of ${[...ARGS.keys()].join(", ")}`, "Invalid or unknown key");
    else if (kindOf(value) !== kind) refuse(key, value, `a ${kind}`, "Inappropriate value");
  }
  const { chart, version, repositoryOpts, namespace, name } = inputs;
  if (chart === undefined || chart === "") refuse("chart", chart, "the name of a chart", "Missing required argument");
  checkPlace(chart, repositoryOpts, refuse);
  if (version === undefined) refuse("version", version, "a version such as 1.2.3", "The chart's version is not pinned");
  const pinned = text(version);
  if (pinned !== undefined && !SEMVER.test(pinned)) {
    refuse("version", pinned, "one whole version such as 1.2.3", "The chart's version is no semantic version");
  }
  checkLabel("namespace", namespace, 63, refuse);
  checkLabel("name", name, LONGEST_NAME, refuse);
  return found;
}

type Refuse = (path: string, got: Value | undefined, wanted: string, message: string) => void;

/** A chart comes from an https repository or an OCI registry; a folder of this machine is nobody else's. */
function checkPlace(chart: Value | undefined, options: Value | undefined, refuse: Refuse): void {
  const repo = isObject(options) ? options.repo : undefined;
  if (isObject(options)) {
    for (const key of Object.keys(options).filter((name) => !table.repositoryOpts.includes(name))) {
      refuse(
        `repositoryOpts.${key}`,
        options[key],
        `one of ${table.repositoryOpts.join(", ")}`,
        "Invalid or unknown key",
      );
    }
  }
  const name = text(chart);
  if (name === undefined || name === "") return;
  if (name.startsWith("oci://")) {
    if (repo !== undefined)
      refuse("repositoryOpts.repo", repo, "nothing, as an oci:// chart names its registry", "Two places");
    return;
  }
  if (/^[./]|^https?:/.test(name)) {
    refuse("chart", name, "the name of a chart in repositoryOpts.repo, or oci://…", "A chart by path or address");
  } else if (repo === undefined) {
    refuse("repositoryOpts.repo", repo, "the https address of the chart's repository", "Missing required argument");
  } else if (!hasUnknown(repo) && !/^https:\/\/[^/]+/.test(text(repo) ?? "")) {
    refuse("repositoryOpts.repo", repo, "an https address", "Invalid chart repository");
  }
}

function checkLabel(path: string, value: Value | undefined, longest: number, refuse: Refuse): void {
  const known = text(value);
  if (known === undefined || (known.length <= longest && LABEL.test(known))) return;
  refuse(path, known, `a DNS-1123 label of at most ${longest} characters`, "Invalid value");
}

function kindOf(value: Value): string {
  return Array.isArray(value) ? "list" : typeof value;
}
