import type { UnwatchedPlan } from "@pyairtable/plan";
import type { AlertingArgs } from "./args.ts";

/** Who is told unless a stack says otherwise: pages to PagerDuty, tickets to a Slack channel of the team's name. */
export function defaultAlerting(plan: UnwatchedPlan): AlertingArgs {
  const owners = [...new Set([plan.tags.Owner, ...plan.services.map(({ tags }) => tags.Owner)])].sort();
  const secret = (name: string) => `${plan.project}/${plan.environment}/alerting/${name}`;
  const pages = (owner: string) => [{ kind: "pagerduty", routingKeySecret: secret(`${owner}-pagerduty`) }] as const;
  const tickets = (owner: string) =>
    [{ kind: "slack", channel: `#${owner}`, urlSecret: secret("slack-webhook") }] as const;
  return {
    fallback: plan.tags.Owner,
    receivers: Object.fromEntries(
      // Nobody is woken for an environment that is not production.
      owners.map((owner) => [owner, { page: plan.production ? pages(owner) : tickets(owner), ticket: tickets(owner) }]),
    ),
    deadMansSwitch: plan.production
      ? {
          kind: "webhook",
          url: `https://heartbeat.${plan.edge.domain}/alertmanager`,
          tokenSecret: secret("heartbeat-token"),
        }
      : null,
  };
}
