import { PORT_NAME } from "./metadata.ts";
import type { WorkloadRecord } from "./record.ts";

const STARTUP_PERIOD_SECONDS = 3;
const STARTUP_MARGIN_SECONDS = 30;

/**
 * Three questions, three answers. Startup holds the others back until the process has come up once. Readiness decides
 * on traffic and follows what the service needs; two failures in 10 s take it out, which bounds the wait of a drain.
 * Liveness kills, so it asks the process alone and only a minute's silence counts; the kubelet no longer asks it, nor
 * startup, once a pod is being deleted.
 */
export function probesOf({ container }: WorkloadRecord) {
  const ready = { httpGet: { path: container.healthPath, port: PORT_NAME } };
  const alive =
    container.livenessPath === null
      ? { tcpSocket: { port: PORT_NAME } }
      : { httpGet: { path: container.livenessPath, port: PORT_NAME } };
  return {
    startupProbe: {
      ...ready,
      periodSeconds: STARTUP_PERIOD_SECONDS,
      timeoutSeconds: 2,
      failureThreshold: Math.ceil((container.startupSeconds + STARTUP_MARGIN_SECONDS) / STARTUP_PERIOD_SECONDS),
    },
    readinessProbe: { ...ready, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 2 },
    livenessProbe: { ...alive, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 3 },
  };
}
