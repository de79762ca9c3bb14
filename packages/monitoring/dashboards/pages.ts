import type { Plan } from "@pyairtable/plan";
import { pageContext } from "./context.ts";
import { fillLines } from "./fill-lines.ts";
import type { Page } from "./page.ts";
import { costPage } from "./pages/cost.ts";
import { kubernetesPage } from "./pages/kubernetes.ts";
import { monitoringPage } from "./pages/monitoring.ts";
import { platformPage } from "./pages/platform.ts";
import { servicePage } from "./pages/service.ts";
import { sloPage } from "./pages/slo.ts";
import { spotPage } from "./pages/spot.ts";
import { usagePage } from "./pages/usage.ts";

/** Every page of a plan, plain; the one about Kubernetes only where there is a cluster. */
export function pagesOf(plan: Plan): readonly Page[] {
  const context = pageContext(plan);
  const pages = [
    platformPage(context),
    servicePage(context),
    sloPage(context),
    costPage(context),
    spotPage(context),
    usagePage(context),
    ...(plan.kubernetes.mode === "off" ? [] : [kubernetesPage(context)]),
    monitoringPage(),
  ];
  return pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => ({ ...row, panels: fillLines(row.panels) })),
  }));
}
