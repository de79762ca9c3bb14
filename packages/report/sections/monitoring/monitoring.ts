import type { Facts } from "../../facts.ts";
import { count, duration, moment, whole } from "../../html/format.ts";
import { chip, code, notice, prose, section, subsection } from "../../html/parts.ts";
import { dataTable } from "../../html/table.ts";
import { type Content, html, type Markup } from "../../html/template.ts";
import type { LabFigures } from "../../lab/figures.ts";
import { anomalies } from "./anomalies.ts";
import { burnRates } from "./burn-rates.ts";
import { labTiles } from "./lab-tiles.ts";
import { alertsOfPlan, objectivesOfPlan, watchedBy } from "./of-plan.ts";
import { paging } from "./paging.ts";
import { speed } from "./speed.ts";
import { twoWeeks } from "./two-weeks.ts";
import { usage } from "./usage.ts";

const COMMAND = "npm run lab:monitoring";

/** What watches the platform: shown on a real Prometheus by the lab, then what the plan itself asks for. */
export function monitoring(facts: Facts, lab: LabFigures | null, labFolder: string): Markup {
  return section("monitoring", "Monitoring", [
    watchedBy(facts),
    lab === null ? noLab(labFolder) : ofLab(lab),
    subsection("objectives", `Objectives of ${facts.plan.environment}`, objectivesOfPlan(facts)),
    subsection("alerts", "Alerts and their runbooks", alertsOfPlan(facts)),
  ]);
}

const noLab = (folder: string) =>
  notice(
    html`No run of the monitoring lab in ${code(folder)}: usage verdicts, burn rates, anomalies, paging and speed are shown once it has run. ${code(COMMAND)} makes them in about ten minutes, ${code(`${COMMAND} -- --short`)} most of them in two.`,
  );

function ofLab(lab: LabFigures): Content {
  const { run, usage: sizes, twoWeeks: courses, burnRates: burns, anomalies: found, paging: night, speed: times } = lab;
  const { platform } = run;
  // Each with what it shows, and what it is called where this run left it out.
  const parts: [id: string, title: string, body: Content | null][] = [
    ["usage", "Size against use", sizes && usage(sizes)],
    ["two-weeks", "Two weeks of each service", courses && twoWeeks(courses, sizes)],
    ["burn-rates", "Burn-rate alerts beside the published formula", burns && burnRates(burns)],
    ["anomalies", "Anomalies", found && anomalies(found)],
    ["paging", "One bad night", night && paging(night)],
    ["speed", "How long the rules take", times && speed(times)],
  ];
  const shown = parts.filter(([, , body]) => body !== null);
  return [
    prose(
      html`The monitoring lab ran on <time datetime="${run.startedAt}">${moment(run.startedAt)}</time> in its ${run.short ? "short" : "full"} form for ${duration(run.seconds)}: rules, alerts and dashboards of ${whole(platform.services)} services on a real Prometheus and Alertmanager, over ${whole(run.historyDays)} days whose truth is known. Its platform is made for the test: ${whole(platform.onEcs)} services on ECS, ${whole(platform.onKubernetes)} on Kubernetes, ${whole(platform.resized)} at another size than planned, so that every verdict has services that deserve it.`,
    ),
    run.leftOut.length > 0
      ? notice(html`The short form left out: ${run.leftOut.join(", ")}. ${code(COMMAND)} runs all of it.`)
      : null,
    lab.otherRules
      ? notice(
          html`Rules have changed since: the figures are of the rules as they were. ${code(COMMAND)} brings them up to date.`,
        )
      : null,
    labTiles(lab),
    shown.map(([id, title, body]) => subsection(id, title, body)),
    subsection("verdicts", "Verdict lines", verdicts(lab)),
  ];
}

/** Where its tables are is of no use here. */
const figuresOf = (text: string) => text.replace(/[;,] (?:(?:picture|table|plot) )?\S+\.(?:html|svg|txt|json)$/, "");

function verdicts({ verdicts: all }: LabFigures): Markup {
  const passed = all.filter((one) => one.passed).length;
  return dataTable(
    { id: "verdict-lines", caption: `${passed} of ${count(all.length, "check")} passed`, open: (one) => !one.passed },
    [
      { title: "Check", cell: ({ check }) => check },
      { title: "Verdict", cell: (one) => (one.passed ? chip("good", "passed") : chip("bad", "failed")) },
      {
        title: "Figures",
        kind: "prose",
        cell: ({ figures, problems }) =>
          html`${figuresOf(figures)}${problems.length === 0 ? null : html`<ul class="problems">${problems.map((one) => html`<li>${one}</li>`)}</ul>`}`,
      },
    ],
    all,
  );
}
