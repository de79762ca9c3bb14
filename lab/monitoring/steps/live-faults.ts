import { type Verdict, verdict } from "../../support/verdict.ts";
import type { Lab } from "../context.ts";
import { minuteAt } from "../series/clock.ts";
import { NODES, nodeOf } from "../series/resources.ts";
import { until } from "../servers/api.ts";
import { type LiveServers, SAMPLE } from "../servers/live.ts";
import { reached } from "../servers/sink.ts";

const WITHIN_SECONDS = 90;
const REQUESTS = 60;

/** The sample service's own exporters are scraped; when it goes away its owner is paged, and told when it is back. */
export async function sampleService(lab: Lab, live: LiveServers): Promise<Verdict> {
  const { api } = live.prometheus;
  const { tags, healthPath } = lab.plan.services.find(({ name }) => name === SAMPLE)!;
  const receiver = `${tags.Owner}-page`;
  const targets = await api.query(`up{job="services", service="${SAMPLE}"} == 1`);
  for (let request = 0; request < REQUESTS; request++) {
    await fetch(`http://${targets[request % targets.length]!.labels.instance}${healthPath}`);
  }
  // By address: the history, whose last samples are minutes old, has replicas of the same service.
  const instances = targets.map(({ labels }) => labels.instance).join("|");
  const counted = await until("its requests are scraped", WITHIN_SECONDS, async () => {
    const [sum] = await api.query(
      `sum(http_server_request_duration_seconds_count{service="${SAMPLE}", job="services", instance=~"${instances}"})`,
    );
    return (sum?.points[0]?.[1] ?? 0) >= REQUESTS ? sum!.points[0]![1] : undefined;
  });
  const isDown = ({ labels }: { labels: Readonly<Record<string, string>> }) =>
    labels.alertname === "ServiceDown" && labels.service === SAMPLE;
  lab.say(`${SAMPLE} goes away`);
  const stopped = performance.now();
  await live.stopSample();
  const page = await until(`${receiver} is paged`, WITHIN_SECONDS, async () =>
    live.sink.notifications.find((one) => one.receiver === receiver && one.alerts.some(isDown)),
  );
  const problems: string[] = [];
  const alert = page.alerts.find(isDown)!;
  for (const part of ["summary", "description", "runbook_url", "dashboard_url"]) {
    if (!alert.annotations[part] || /\{\{/.test(alert.annotations[part])) problems.push(`the page has no ${part}`);
  }
  lab.say(`${SAMPLE} is back`);
  const started = performance.now();
  await live.startSample();
  const resolved = await until(`${receiver} is told that it is back`, WITHIN_SECONDS, async () =>
    live.sink.notifications.find(
      (one) => one.receiver === receiver && one.atMs > started && one.status === "resolved" && one.alerts.some(isDown),
    ),
  );
  return verdict(
    "sample service",
    `${targets.length} replicas of ${SAMPLE} scraped, ${counted} requests counted; ${receiver} paged ` +
      `${((page.atMs - stopped) / 1000).toFixed(1)} s after it went ("${alert.annotations.summary}"), told that it is back ` +
      `${((resolved.atMs - started) / 1000).toFixed(1)} s after it came`,
    problems,
  );
}

/** A node is lost: one ticket about the node, none about its pods. */
export async function nodeLoss(lab: Lab, live: LiveServers): Promise<Verdict> {
  const { clock, services } = lab.history;
  const minute = minuteAt(clock, Date.now() / 1000);
  const pods = services
    .filter(({ service }) => service.kubernetes !== null)
    .flatMap(({ life }) => life.replicas.filter(({ from, to }) => from <= minute && minute < to));
  const byNode = NODES.map((node) => ({ node, pods: pods.filter((pod) => nodeOf(pod) === node) }));
  const lost = byNode.reduce((most, one) => (one.pods.length > most.pods.length ? one : most));
  lab.say(`${lost.node} is lost`);
  const since = performance.now();
  live.faults.lostNode = lost.node;
  const held = await until("its pods' alerts are there", WITHIN_SECONDS, async () => {
    const all = (await live.alertmanager.alerts()).filter(({ labels }) => labels.alertname === "PodNotReady");
    return lost.pods.every(({ pod }) => all.some(({ labels }) => labels.pod === pod)) ? all : undefined;
  });
  live.faults.lostNode = null;
  const owner = lab.plan.tags.Owner;
  const told = reached(
    live.sink.notifications.filter(({ atMs }) => atMs > since),
    `${owner}-ticket`,
  ).filter(({ labels }) => labels.alertname === "NodeNotReady" && labels.node === lost.node);
  const aboutPods = live.sink.notifications
    .filter(({ atMs }) => atMs > since)
    .flatMap(({ alerts }) => alerts.filter(({ labels }) => labels.alertname === "PodNotReady"));
  const loud = held.filter(({ status }) => status.inhibitedBy.length === 0);
  return verdict(
    "node loss",
    `${lost.node} with ${lost.pods.length} pods: ${owner} told once, ${held.length} alerts about its pods muted by the node's`,
    [
      ...(told.length === 0 ? [`${owner}-ticket was not told of ${lost.node}`] : []),
      ...(lost.pods.length === 0 ? ["no node has pods: the check checks nothing"] : []),
      ...loud.map(({ labels }) => `the alert about ${labels.pod} is not muted`),
      ...aboutPods.map(({ labels }) => `somebody was told of ${labels.pod}`),
    ],
  );
}
