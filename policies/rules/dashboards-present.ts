import type { Graph } from "../graph.ts";
import { RELEASE } from "../read/helm.ts";
import { carrierOf, jsonOf, TASK } from "../read/monitoring/carried.ts";
import { stackValuesOf } from "../read/monitoring/prometheus.ts";
import { notApplicable, type StackFinding, stackRule } from "../rule.ts";
import { texts } from "../settings.ts";

const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const LABEL = "grafana_dashboard";

export const dashboardsPresent = stackRule({
  id: "dashboards-present",
  title: "Grafana comes with the dashboards that alerts link to.",
  severity: "medium",
  remediation: "Run `npm run generate`, commit the dashboards, and hand them to `Monitoring`.",
  controls: ["wa:operational-excellence"],
  config: {
    uids: texts(
      ["cost", "monitoring", "platform", "service", "slo", "spot", "usage"].map((name) => `pyairtable-${name}`),
      "uids of the dashboards that must be there",
    ),
  },
  needs: "pyairtable:monitoring:Monitoring",
  check(graph, { uids }) {
    const found = [...onEcs(graph), ...onKubernetes(graph)];
    return found.length === 0 ? notApplicable("no Grafana here") : found.flatMap((there) => findings(there, uids));
  },
});

function findings(there: ReadonlySet<string>, uids: readonly string[]): StackFinding[] {
  const missing = uids.filter((uid) => !there.has(uid));
  if (missing.length === 0) return [];
  return [{ what: "dashboards missing", got: missing, wanted: "none", fix: "Generate and hand them in." }];
}

/** uids that each Grafana has. */
function onEcs(graph: Graph): ReadonlySet<string>[] {
  return graph.ofType(TASK).flatMap(({ props }) => {
    const carrier = carrierOf(props, "grafana");
    return carrier === undefined ? [] : [uidsOf(Object.values(carrier.files))];
  });
}

function onKubernetes(graph: Graph): ReadonlySet<string>[] {
  if (!graph.ofType(RELEASE).some(({ props }) => stackValuesOf(props)?.grafana?.enabled === true)) return [];
  const pages = graph.ofType(CONFIG_MAP).flatMap(({ props }) => {
    const { metadata, data = {} } = props as ConfigMap;
    return metadata?.labels?.[LABEL] === "1" ? Object.values(data) : [];
  });
  return [uidsOf(pages)];
}

interface ConfigMap {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly data?: Readonly<Record<string, string>>;
}

const uidsOf = (files: readonly string[]): ReadonlySet<string> =>
  new Set(files.flatMap((file) => (jsonOf(file) as { readonly uid?: string } | undefined)?.uid ?? []));
