import type { AlertmanagerConfig, AlertRoute, RuleFile } from "@pyairtable/monitoring";
import { isAlert, type Rule } from "@pyairtable/slo";

/** In the live checks an hour of waiting takes a minute. Windows, thresholds and expressions stay as they are. */
export const TIME_SCALE = 60;

const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
/** Alertmanager and Prometheus take no shorter ones that make sense. */
const LEAST_MS = 100;

/** `5m` → `5000ms`; `0s` stays. */
export function shorter(duration: string): string {
  const ms = milliseconds(duration) / TIME_SCALE;
  return ms === 0 ? "0s" : `${Math.max(LEAST_MS, Math.round(ms))}ms`;
}

export function milliseconds(duration: string): number {
  const parts = [...duration.matchAll(/(\d+)(ms|[smhdw])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS], 0);
}

/** Alerts wait a sixtieth as long, and each group is evaluated as often as `intervalOf` says, in seconds. */
export function hurriedRules(files: readonly RuleFile[], intervalOf: (group: string) => number): readonly RuleFile[] {
  return files.map((file) => ({
    ...file,
    groups: file.groups.map((group) => ({
      ...group,
      intervalSeconds: intervalOf(group.name),
      rules: group.rules.map(hurried),
    })),
  }));
}

function hurried(rule: Rule): Rule {
  if (!isAlert(rule)) return rule;
  const whole = (seconds: number) => (seconds === 0 ? 0 : Math.max(1, Math.round(seconds / TIME_SCALE)));
  const { forSeconds, keepFiringForSeconds } = rule;
  return {
    ...rule,
    forSeconds: whole(forSeconds),
    ...(keepFiringForSeconds === undefined ? {} : { keepFiringForSeconds: whole(keepFiringForSeconds) }),
  };
}

/** The generated configuration with its receivers calling the sink, and its waits shortened. */
export function labAlerting(config: AlertmanagerConfig, sinkUrl: string): AlertmanagerConfig {
  return {
    ...config,
    global: { resolve_timeout: shorter(String(config.global.resolve_timeout)) },
    route: hurriedRoute(config.route),
    receivers: config.receivers.map(({ name, ...channels }) => ({
      name,
      webhook_configs: Object.values(channels)
        .flat()
        .map((channel) => ({
          url: `${sinkUrl}/${name}`,
          send_resolved: (channel as { send_resolved?: boolean }).send_resolved ?? true,
        })),
    })),
  };
}

function hurriedRoute(route: AlertRoute): AlertRoute {
  const { group_wait, group_interval, repeat_interval, routes } = route;
  return {
    ...route,
    ...(group_wait === undefined ? {} : { group_wait: shorter(group_wait) }),
    ...(group_interval === undefined ? {} : { group_interval: shorter(group_interval) }),
    ...(repeat_interval === undefined ? {} : { repeat_interval: shorter(repeat_interval) }),
    ...(routes === undefined ? {} : { routes: routes.map(hurriedRoute) }),
  };
}
