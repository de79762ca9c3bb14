import { readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { type Diagnostic, show, UserError } from "@pyairtable/diagnostics";
import { parseAllDocuments } from "yaml";
import { isObject, type Properties, text } from "../../values.ts";

/** For each chart, the files that hold the CustomResourceDefinitions it brings. */
export type ChartCrds = Readonly<Record<string, readonly string[]>>;

/** Reads PYAIRTABLE_CHART_CRDS: JSON such as `{"karpenter": ["/path/nodepools.yaml"]}`. Throws `UserError`. */
export function parseChartCrds(json: string | undefined): ChartCrds {
  if (json === undefined || json === "") return {};
  const path = "PYAIRTABLE_CHART_CRDS";
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    throw refuse([wrong(path, json, "JSON")]);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw refuse([wrong(path, parsed, "an object of chart names")]);
  }
  const problems = Object.entries(parsed).flatMap(([chart, files]): Diagnostic[] => {
    if (!Array.isArray(files)) return [wrong(`${path}: ${chart}`, files, "a list of files")];
    return files.flatMap((file, index) =>
      typeof file === "string" && isAbsolute(file)
        ? []
        : [wrong(`${path}: ${chart}[${index}]`, file, "the absolute path of a YAML file")],
    );
  });
  if (problems.length > 0) throw refuse(problems);
  return parsed as ChartCrds;
}

/** The definitions that a chart brings; its name without the registry. Throws `UserError` for a file that has none. */
export function definitionsOf(chart: string, charts: ChartCrds): Properties[] {
  const files = charts[chart] ?? charts[chart.slice(chart.lastIndexOf("/") + 1)] ?? [];
  return files.flatMap((file) => {
    const definitions = readDocuments(file).filter((document) => document.kind === "CustomResourceDefinition");
    if (definitions.length > 0) return definitions;
    throw refuse([wrong(`PYAIRTABLE_CHART_CRDS: ${chart}`, file, "a file with a CustomResourceDefinition")]);
  });
}

function readDocuments(file: string): Properties[] {
  try {
    return parseAllDocuments(readFileSync(file, "utf8")).flatMap((document) => {
      const value = document.toJS() as Properties | null;
      return isObject(value ?? undefined) && text(value?.apiVersion) !== undefined ? [value as Properties] : [];
    });
  } catch (error) {
    throw refuse([
      wrong("PYAIRTABLE_CHART_CRDS", `${file}: ${(error as Error).message.split("\n")[0]}`, "a YAML file"),
    ]);
  }
}

function wrong(path: string, got: unknown, wanted: string): Diagnostic {
  return { code: "apply.chart-crds", path, got: show(got), wanted, fix: "Correct the variable, or unset it." };
}

function refuse(problems: Diagnostic[]): UserError {
  return new UserError("charts' definitions", problems);
}
