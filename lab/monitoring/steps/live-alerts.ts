import { existsSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "../../support/isolated-sandbox.ts";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { until } from "../servers/api.ts";
import type { LiveServers } from "../servers/live.ts";
import { reached } from "../servers/sink.ts";
import { alertKey, expectedAlerts } from "../truth/live-alerts.ts";

interface FiringAlert {
  readonly state: "firing" | "pending";
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * An alert that waits an hour waits a minute here. A rate of five minutes is too low while the pause between history and
 * first scrape is at its edge, which on a busy machine is minutes long: so longer than that. Nobody waits once all fire.
 */
const WITHIN_SECONDS = 400;
/** In short nothing waits for those that wait an hour. */
const TEXTS = ["summary", "description", "runbook_url", "dashboard_url"];
const HOUR_LONG = ["ServiceOverprovisioned", "ServiceUnderprovisioned"];

/** The running server's alerts beside those that the history explains, and who was told of them. */
export async function firingAlerts(lab: Lab, live: LiveServers): Promise<Verdict> {
  const expected = expectedAlerts(lab, Date.now() / 1000);
  const wanted = [...expected.must].filter((key) => !lab.short || !HOUR_LONG.some((alert) => key.startsWith(alert)));
  lab.say("waiting for alerts");
  const missing = await until("all alerts that must fire do", WITHIN_SECONDS, async () => {
    const keys = new Set((await firing(live)).map(({ labels }) => alertKey(labels)));
    return wanted.every((key) => keys.has(key)) ? [] : undefined;
  }).catch(async () => {
    const keys = new Set((await firing(live)).map(({ labels }) => alertKey(labels)));
    return wanted.filter((key) => !keys.has(key));
  });
  const now = await firing(live);
  const surplus = now.map(({ labels }) => alertKey(labels)).filter((key) => !isExpected(key));
  const untold = await until("every alert is told", 20, async () =>
    (await notTold(live, now)).length === 0 ? [] : undefined,
  ).catch(() => notTold(live, now));
  const paged = live.sink.notifications
    .filter(({ receiver }) => receiver.endsWith("-page"))
    .flatMap(({ alerts }) => alerts);
  const needless = new Set(paged.map(({ labels }) => alertKey(labels)).filter((key) => !isExpected(key)));
  const problems = [
    ...missing.map((key) => `${key} does not fire`),
    ...surplus.map((key) => `${key} fires, and nothing explains it`),
    ...untold,
    ...[...needless].map((key) => `somebody was paged for ${key}`),
    ...annotationProblems(live),
  ];
  lab.save("alerts.json", JSON.stringify({ must: wanted, may: [...expected.may], firing: now }, null, 1));
  return verdict(
    "live alerts",
    `${now.length} alerts fire in the running server: ${wanted.length - missing.length}/${wanted.length} that must, ` +
      `${now.length - surplus.length - (wanted.length - missing.length)} more that the history explains, ${surplus.length} that nothing does; ` +
      `each told to its owner by its severity, ${new Set(paged.map(({ labels }) => alertKey(labels))).size} by page, with a runbook that exists`,
    problems,
  );

  function isExpected(key: string): boolean {
    return expected.must.has(key) || expected.may.has(key);
  }
}

/** Every message has its texts filled in, and a runbook that is there to read. */
function annotationProblems({ sink }: LiveServers): string[] {
  const alerts = new Map(
    sink.notifications.flatMap((one) => one.alerts.map((alert) => [alertKey(alert.labels), alert])),
  );
  return [...alerts].flatMap(([key, { annotations }]) => {
    const page = (annotations.runbook_url ?? "").split("/").at(-1)!;
    const missing = TEXTS.filter((text) => !annotations[text] || annotations[text].includes("{{"));
    return [
      ...missing.map((text) => `${key} comes without ${text}`),
      ...(existsSync(join(CHECKOUT, "docs", "runbooks", page))
        ? []
        : [`${key} names a runbook that is not there: ${page}`]),
    ];
  });
}

async function firing({ prometheus }: LiveServers): Promise<readonly FiringAlert[]> {
  const { alerts } = await prometheus.api.get<{ alerts: readonly FiringAlert[] }>("alerts");
  return alerts.filter(({ state }) => state === "firing");
}

/** Firing pages and tickets that neither reached their owner nor are muted. What is only to know takes an hour. */
async function notTold({ alertmanager, sink }: LiveServers, alerts: readonly FiringAlert[]): Promise<string[]> {
  const held = await alertmanager.alerts();
  return alerts.flatMap(({ labels }) => {
    const { owner, severity } = labels;
    if (severity === "info") return [];
    const key = alertKey(labels);
    const muted = held.some((one) => alertKey(one.labels) === key && one.status.inhibitedBy.length > 0);
    const receiver = `${owner}-${severity}`;
    const told = reached(sink.notifications, receiver).some((one) => alertKey(one.labels) === key);
    return muted || told ? [] : [`${receiver} was not told of ${key}`];
  });
}
