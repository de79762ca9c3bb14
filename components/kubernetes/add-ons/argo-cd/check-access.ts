import { checkName } from "../common-normalise.ts";
import type { Reporter } from "../reporter.ts";
import type { ArgoCdRecord, SignInArgs } from "./args.ts";

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const HTTPS = /^https:\/\/[^\s/@]+(\/[^\s@]*)?$/;

/** Who gets in: by name, encrypted, and nobody by a group that everyone is in. */
export function checkAccess(record: ArgoCdRecord, report: Reporter): void {
  report.unless(HOST.test(record.host), {
    code: "host",
    path: "host",
    got: record.host,
    wanted: "a DNS name, such as argocd.example.com",
    fix: "Give the name without scheme and port.",
  });
  if (record.ingressNamespace !== null) checkName("ingressNamespace", record.ingressNamespace, report);
  if (record.signIn !== null) checkSignIn(record.signIn, report);
  const groups = [
    ...record.adminGroups.map((group, index) => [`adminGroups[${index}]`, group] as const),
    ...record.teams.flatMap((team) =>
      team.groups.map((group, index) => [`teams.${team.name}.groups[${index}]`, group] as const),
    ),
  ];
  for (const [path, group] of groups)
    report.unless(/^[\w@.:/+=-]{1,128}$/.test(group), {
      code: "group",
      path,
      got: group,
      wanted: "the exact name or id of a group: no wildcard, space or comma",
      fix: "Name the group as the sign-in names it.",
    });
}

function checkSignIn(signIn: SignInArgs, report: Reporter): void {
  report.unless(HTTPS.test(signIn.issuer), {
    code: "insecure",
    path: "signIn.issuer",
    got: signIn.issuer,
    wanted: "an address by https, without a password",
    fix: "Give the issuer's https address.",
  });
  report.unless(/^[\w.:/-]{1,200}$/.test(signIn.clientId), {
    code: "sign-in",
    path: "signIn.clientId",
    got: signIn.clientId,
    wanted: "the client's id at the issuer",
    fix: "Give the id of the registered client.",
  });
  checkName("signIn.clientSecret.secretName", signIn.clientSecret.secretName, report);
  report.unless(/^[\w.-]{1,253}$/.test(signIn.clientSecret.key), {
    code: "sign-in",
    path: "signIn.clientSecret.key",
    got: signIn.clientSecret.key,
    wanted: "a key of the Secret; the secret itself never comes here",
    fix: "Keep the client's secret in a Secret and name its key.",
  });
}
