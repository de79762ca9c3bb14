import { createHash } from "node:crypto";
import { type Plan, usesAws } from "@pyairtable/plan";
import { factsOf } from "./facts.ts";
import { moment } from "./html/format.ts";
import { html, Markup } from "./html/template.ts";
import type { ReportInput } from "./input.ts";
import { controls } from "./sections/controls.ts";
import { cost } from "./sections/cost.ts";
import { monitoring } from "./sections/monitoring/monitoring.ts";
import { spot } from "./sections/spot.ts";
import { summary } from "./sections/summary.ts";
import { STYLES } from "./styles.ts";

/** The one style sheet may apply, and nothing may be loaded, run or sent. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLES).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const LINKS: readonly (readonly [id: string, title: string])[] = [
  ["summary", "Summary"],
  ["cost", "Cost"],
  ["spot", "Spot"],
  ["monitoring", "Monitoring"],
  ["controls", "Controls"],
];

/** One self-contained page. The same input gives the same text. */
export function renderReport(input: ReportInput): string {
  const facts = factsOf(input);
  const { project, environment } = input.plan;
  const body = html`<a class="skip" href="#summary">Skip to the summary</a>
<header>
<p class="project">${project}</p>
<h1>${environment}</h1>
<p class="about">${where(input.plan)}. Made <time datetime="${input.madeAt}">${moment(input.madeAt)}</time>.</p>
</header>
<nav aria-label="Sections"><ul>${LINKS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${summary(facts, input.lab)}${cost(facts)}${spot(facts)}${monitoring(facts, input.lab, input.labFolder)}${controls(facts)}</main>
<footer><p>Made by <code>npm run report -- --stack ${environment}</code> from the plan, its price book and the policy pack. The page loads nothing and runs no script.</p></footer>`;
  return `<!doctype html>\n${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${project} ${environment}: cost, availability, monitoring, controls</title>
<style>${new Markup(STYLES)}</style>
</head>
<body>
${body}
</body>
</html>`}\n`;
}

const where = (plan: Plan) =>
  `${plan.services.length} services ${usesAws(plan) ? `in ${plan.region} (${plan.zones.join(", ")})` : "on a cluster that is there already"}`;
