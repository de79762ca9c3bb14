import { type Diagnostic, nearest, show } from "@pyairtable/diagnostics";
import { channelSecrets, type UnwatchedPlan } from "@pyairtable/plan";
import type { AlertingArgs, ChannelArgs } from "./args.ts";

const SECRET_NAME = /^[a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
/** Long runs without a separator are keys, not names. */
const LOOKS_LIKE_A_VALUE = /:\/\/|[A-Za-z0-9+=]{24,}/;

/** Everything wrong with who is told; a secret that was pasted by mistake is never shown. */
export function checkAlerting(plan: UnwatchedPlan, args: AlertingArgs): readonly Diagnostic[] {
  const owners = [...new Set([plan.tags.Owner, ...plan.services.map(({ tags }) => tags.Owner)])].sort();
  const names = Object.keys(args.receivers);
  const found: Diagnostic[] = [];
  const add = (path: string, got: unknown, wanted: string, fix: string) =>
    found.push({ code: "monitoring.receiver", path: `monitoring.alerting.${path}`, got: show(got), wanted, fix });

  if (!names.includes(args.fallback)) add("fallback", args.fallback, `one of ${names.join(", ")}`, "Name a receiver.");
  for (const [owner, receiver] of Object.entries(args.receivers)) {
    const at = `receivers.${owner}`;
    if (!owners.includes(owner)) {
      const meant = nearest(owner, owners);
      add(at, owner, `an owner in the plan: ${owners.join(", ")}`, meant ? `Write ${meant}.` : "Remove it.");
    }
    for (const how of ["page", "ticket"] as const) {
      if (receiver[how].length === 0) add(`${at}.${how}`, [], "at least one channel", "Give one.");
      for (const [index, channel] of receiver[how].entries()) {
        const path = `${at}.${how}[${index}]`;
        found.push(...checkSecrets(`monitoring.alerting.${path}`, channel));
        if (channel.kind === "slack" && !/^#[a-z0-9_-]+$/.test(channel.channel))
          add(`${path}.channel`, channel.channel, "a channel such as #team-records", "Start it with #.");
        if (channel.kind === "email" && args.smtp === undefined)
          add(`${path}`, channel.to, "a mail server in alerting.smtp", "Add smtp, or take another channel.");
        if (channel.kind === "webhook" && "url" in channel && !channel.url.startsWith("https://"))
          add(`${path}.url`, channel.url, "an https URL", "Use https.");
      }
    }
  }
  if (args.deadMansSwitch !== null)
    found.push(...checkSecrets("monitoring.alerting.deadMansSwitch", args.deadMansSwitch));
  else if (plan.production)
    add("deadMansSwitch", null, "a webhook, in production", "Without it nobody learns that alerting is down.");
  if (args.smtp !== undefined)
    found.push(...secretProblem("monitoring.alerting.smtp.passwordSecret", args.smtp.passwordSecret));
  return found;
}

function checkSecrets(path: string, channel: ChannelArgs): Diagnostic[] {
  const keys = Object.keys(channel).filter((key) => key.endsWith("Secret"));
  return channelSecrets(channel).flatMap((name, index) => secretProblem(`${path}.${keys[index]}`, name));
}

function secretProblem(path: string, name: string | undefined): Diagnostic[] {
  const problem = (got: string, fix: string) => [
    {
      code: "monitoring.receiver-secret",
      path,
      got,
      wanted: "the name of a secret, such as pyairtable/prod/slack",
      fix,
    },
  ];
  if (name === undefined || name === "") return problem("nothing", "Store the secret and give its name.");
  if (LOOKS_LIKE_A_VALUE.test(name))
    return problem("something that looks like the secret itself", "Store it, give its name, and revoke this one.");
  return SECRET_NAME.test(name) ? [] : problem(show(name), "Use lower-case letters, digits, hyphens and slashes.");
}
