import { setTimeout as sleep } from "node:timers/promises";
import { alertmanagerConfig, defaultAlerting } from "@pyairtable/monitoring";
import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { htmlTable } from "../report/html.ts";
import { startAlertmanager } from "../servers/alertmanager.ts";
import { type Notification, reached, type Sink, startSink } from "../servers/sink.ts";
import { labAlerting, milliseconds, TIME_SCALE } from "../servers/timers.ts";
import { PAGING_CASES, type PagingCase, sentLabels } from "./paging-cases.ts";

/** An hour of the lab and a little: what is only to know has been sent by then. */
const WAIT_MS = 3_600_000 / TIME_SCALE + 4_000;
const QUICK_WAIT_MS = 12_000;
const SEND_EVERY_MS = 1_000;

/** A real Alertmanager under one bad night: who was told, what was muted, how it was grouped, who notices silence. */
export async function paging(lab: Lab): Promise<Verdict> {
  const config = alertmanagerConfig(defaultAlerting(lab.plan));
  const cases = PAGING_CASES.filter(({ alert }) => !lab.short || alert !== "ServiceOverprovisioned");
  const waitMs = lab.short ? QUICK_WAIT_MS : WAIT_MS;
  // The second has no inhibitions: what the first muted has to arrive there, or the check sees nothing.
  const [muting, open] = await Promise.all([
    night(lab, "alertmanager-night", config, cases, waitMs),
    night(lab, "alertmanager-open", { ...config, inhibit_rules: [] }, cases, QUICK_WAIT_MS),
  ]);
  const watchdog = milliseconds("1m") / TIME_SCALE;
  const beats = muting.filter(({ receiver }) => receiver === "dead-mans-switch").length;
  const problems = [
    ...cases.flatMap((one) => caseProblems(lab, one, muting, open)),
    ...groupProblems(muting, lab.short),
    ...(beats >= (0.8 * waitMs) / watchdog / 2 ? [] : [`the dead man's switch was called ${beats} times only`]),
  ];
  const muted = cases.filter(({ told }) => told === null).length;
  const receivers = new Set(muting.map(({ receiver }) => receiver));
  lab.save("paging.html", fragment(cases));
  lab.save("paging.json", JSON.stringify({ cases, notifications: muting }, null, 1));
  return verdict(
    "paging",
    `${cases.length - muted} alerts told to ${receivers.size} receivers in ${muting.length} messages, ${muted} muted ` +
      `(node loss mutes its pods; without inhibitions all ${muted} arrive); two objectives in one page; ` +
      `resolved when over; dead man's switch called ${beats} times (an hour of Alertmanager's waits is a minute here)`,
    problems,
  );
}

function fragment(cases: readonly PagingCase[]): string {
  return htmlTable(
    "One bad night: who is told of what",
    ["Alert", "About", "Told", "Because"],
    cases.map(({ alert, labels, told, because }) => [alert, about(labels), told ?? "muted", because]),
  );
}

const about = ({ service, slo, pod, node }: PagingCase["labels"]) =>
  [pod ?? service, slo, node].filter((part) => part !== undefined).join(", ") || "the platform";

async function night(
  lab: Lab,
  name: string,
  config: Parameters<typeof labAlerting>[0],
  cases: readonly PagingCase[],
  waitMs: number,
): Promise<readonly Notification[]> {
  const sink: Sink = await startSink();
  try {
    const server = await startAlertmanager(lab.keeper, lab.tools.alertmanager, name, labAlerting(config, sink.url));
    const startsAt = new Date().toISOString();
    const alerts = cases.map((one) => ({ labels: sentLabels(lab.files, one), startsAt }));
    for (const started = performance.now(); performance.now() - started < waitMs; await sleep(SEND_EVERY_MS)) {
      // As Prometheus does: sent again and again with an end a little ahead.
      const endsAt = new Date(Date.now() + 10 * SEND_EVERY_MS).toISOString();
      await server.post(alerts.map((alert) => ({ ...alert, endsAt })));
    }
    const before = sink.notifications.length;
    const endsAt = new Date().toISOString();
    await server.post(alerts.map((alert) => ({ ...alert, endsAt })));
    // One interval between messages of a group, and some.
    await sleep(milliseconds("5m") / TIME_SCALE + 1_500);
    return before === 0 ? [] : [...sink.notifications];
  } finally {
    await sink.close();
  }
}

function caseProblems(
  lab: Lab,
  one: PagingCase,
  muting: readonly Notification[],
  open: readonly Notification[],
): string[] {
  const labels = sentLabels(lab.files, one);
  const toldOf = (notifications: readonly Notification[]) =>
    [...new Set(notifications.map(({ receiver }) => receiver))].filter((receiver) =>
      reached(notifications, receiver).some((alert) => isSame(alert.labels, labels)),
    );
  const told = toldOf(muting);
  const wanted = one.told === null ? [] : [one.told];
  const what = `${one.alert} of ${one.labels.service ?? one.labels.node ?? "the platform"}`;
  const problems =
    told.join() === wanted.join()
      ? []
      : [`${what} went to ${told.join() || "nobody"}, not ${wanted.join() || "nobody"}: ${one.because}`];
  if (one.told === null && toldOf(open).length === 0) problems.push(`${what} is muted even without inhibitions`);
  return problems;
}

/** One message for both objectives of record-service, one for all that is only to know, and ends that are told. */
function groupProblems(notifications: readonly Notification[], short: boolean): string[] {
  const problems: string[] = [];
  const together = (receiver: string, alert: string, count: number) =>
    notifications.some(
      (one) =>
        one.receiver === receiver && one.alerts.filter(({ labels }) => labels.alertname === alert).length === count,
    );
  if (!together("team-records-page", "SloErrorBudgetBurnFast", 2)) {
    problems.push("the two objectives of record-service did not come in one message");
  }
  if (!short && !together("team-access-ticket", "ServiceOverprovisioned", 2)) {
    problems.push("the two over-provisioned services of team-access did not come in one message");
  }
  if (!notifications.some(({ receiver, status }) => receiver === "team-access-page" && status === "resolved")) {
    problems.push("nobody was told that auth-service is back");
  }
  return problems;
}

function isSame(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.keys(a).length === Object.keys(b).length && Object.entries(b).every(([key, value]) => a[key] === value);
}
