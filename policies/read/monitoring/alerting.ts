import { RELEASE } from "../helm.ts";
import { carrierOf, jsonOf, TASK } from "./carried.ts";
import { stackValuesOf } from "./prometheus.ts";

export const ALERTING = "aws:amp/alertManagerDefinition:AlertManagerDefinition";
/** Resources that configure an Alertmanager. */
export const ALERTING_TYPES = [TASK, RELEASE, ALERTING] as const;

/** Alertmanager's configuration; only what policies read. */
export interface Alerting {
  readonly route?: Route;
  readonly receivers?: readonly ({ readonly name: string } & Readonly<Record<string, unknown>>)[];
}
interface Route {
  readonly receiver?: string;
  readonly matchers?: readonly string[];
  readonly routes?: readonly Route[];
}

/** What a resource configures; undefined where it configures none. */
export function alertingOf(type: string, props: object): Alerting | undefined {
  switch (type) {
    case TASK: {
      const carrier = carrierOf(props as { containerDefinitions: string }, "alertmanager");
      return carrier === undefined ? undefined : ((jsonOf(carrier.files["alertmanager.json"]) ?? {}) as Alerting);
    }
    case RELEASE: {
      const values = stackValuesOf(props);
      return values === undefined ? undefined : ((values.alertmanager?.config ?? {}) as Alerting);
    }
    case ALERTING: {
      const outer = jsonOf((props as { readonly definition: string }).definition) as { alertmanager_config?: string };
      return (jsonOf(outer?.alertmanager_config) ?? {}) as Alerting;
    }
    default:
      return undefined;
  }
}

/** The receiver that an alert's route ends at, where it has channels. */
export function receiverOfAlert({ route, receivers = [] }: Alerting, alert: string): string | undefined {
  const found = (route?.routes ?? []).find(({ matchers = [] }) => matchers.includes(`alertname="${alert}"`));
  const receiver = receivers.find(({ name }) => name === found?.receiver);
  return receiver !== undefined && Object.keys(receiver).length > 1 ? receiver.name : undefined;
}

const INLINE =
  /^(?:api_url|routing_key|service_key|password|credentials|bearer_token|smtp_auth_password|auth_password|api_key|opsgenie_api_key|slack_api_url)$/;

/** Paths of secrets that stand in the configuration itself. Never their values: previews are kept and shared. */
export function inlineSecrets(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    return typeof inner === "string" && INLINE.test(key) && inner !== "" ? [at] : inlineSecrets(inner, at);
  });
}
