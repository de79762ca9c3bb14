import { bodyOf, type LocalServer, listen } from "./http.ts";

/** An alert as a webhook gets it. */
export interface NotifiedAlert {
  readonly status: "firing" | "resolved";
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** One call of a receiver's webhook: a group of alerts. */
export interface Notification {
  readonly atMs: number;
  readonly receiver: string;
  readonly status: "firing" | "resolved";
  readonly alerts: readonly NotifiedAlert[];
}

export interface Sink {
  readonly url: string;
  readonly notifications: readonly Notification[];
  close(): Promise<void>;
}

/** Stands for PagerDuty, Slack and the dead man's switch: writes down who was told what, and when. */
export async function startSink(): Promise<Sink> {
  const notifications: Notification[] = [];
  const server: LocalServer = await listen(async (request, response) => {
    const { receiver, status, alerts } = JSON.parse(await bodyOf(request)) as Notification;
    // The path names the receiver that was called, the body the one that was meant.
    const called = (request.url ?? "/").slice(1);
    notifications.push({ atMs: performance.now(), receiver: called === receiver ? receiver : called, status, alerts });
    response.end();
  });
  return { url: server.url, notifications, close: server.close };
}

/** Alerts that reached a receiver while firing. */
export function reached(notifications: readonly Notification[], receiver: string): readonly NotifiedAlert[] {
  return notifications
    .filter((one) => one.receiver === receiver)
    .flatMap(({ alerts }) => alerts.filter(({ status }) => status === "firing"));
}
