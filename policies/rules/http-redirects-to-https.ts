import { type Finding, notApplicable, resourceRule } from "../rule.ts";

export const httpRedirectsToHttps = resourceRule({
  id: "http-redirects-to-https",
  title: "A plain HTTP listener only redirects to HTTPS.",
  severity: "high",
  remediation: "Make its default action a redirect to HTTPS, HTTP_301.",
  controls: ["fsbp:ELB.1"],
  types: ["aws:lb/listener:Listener"],
  check({ props }) {
    if (props.protocol !== "HTTP") return notApplicable("no plain HTTP listener");
    const redirects = props.defaultActions.every(
      ({ type, redirect }) => type === "redirect" && redirect?.protocol === "HTTPS",
    );
    if (redirects) return [];
    const got = props.defaultActions.map(({ type }) => type);
    const finding: Finding = {
      what: "action of the HTTP listener",
      got,
      wanted: "redirect to HTTPS",
      fix: "Redirect to HTTPS.",
    };
    return [finding];
  },
});
