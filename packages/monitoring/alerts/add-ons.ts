import type { Plan } from "@pyairtable/plan";
import type { AlertRule } from "@pyairtable/slo";
import { HOUR_SECONDS, MINUTE_SECONDS, platformAlert } from "./alert.ts";

/** Add-ons that decide about pods without anyone watching; only those that the plan has. */
export function addOnAlerts({ kubernetes, tags }: Plan): AlertRule[] {
  const alerts: AlertRule[] = [];
  if (kubernetes.addOns.keda.enabled) {
    alerts.push(
      platformAlert(tags.Owner, "platform", {
        alert: "ScalerFailing",
        expr: "sum by (namespace, scaledObject) (increase(keda_scaled_object_errors_total[10m])) > 0",
        forSeconds: 15 * MINUTE_SECONDS,
        severity: "ticket",
        summary: "KEDA cannot read what {{ $labels.scaledObject }} scales by",
        description: "{{ $value | humanize }} errors in ten minutes; its replicas stand still.",
        runbook: "add-on-failing",
        dashboard: "kubernetes",
      }),
      platformAlert(tags.Owner, "platform", {
        alert: "ScalerPaused",
        expr: "max by (namespace, scaledObject) (keda_scaled_object_paused) == 1",
        forSeconds: 4 * HOUR_SECONDS,
        severity: "info",
        summary: "Scaling of {{ $labels.scaledObject }} has been paused for hours",
        description: "Somebody paused it by annotation and may have forgotten.",
        runbook: "add-on-failing",
        dashboard: "kubernetes",
      }),
    );
  }
  if (kubernetes.addOns["argo-cd"].enabled) {
    alerts.push(
      platformAlert(tags.Owner, "platform", {
        alert: "ApplicationOutOfSync",
        expr: 'max by (name, sync_status) (argocd_app_info{sync_status!="Synced"}) == 1',
        forSeconds: HOUR_SECONDS,
        severity: "ticket",
        summary: "Argo CD application {{ $labels.name }} differs from Git",
        description:
          "It is {{ $labels.sync_status }} for an hour: a sync fails, or somebody changed the cluster by hand.",
        runbook: "add-on-failing",
        dashboard: "kubernetes",
      }),
    );
  }
  return alerts;
}
