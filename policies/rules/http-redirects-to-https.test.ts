import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { httpRedirectsToHttps } from "./http-redirects-to-https.ts";

const LISTENER = "aws:lb/listener:Listener";
const of = (props: object) => resource(LISTENER, { defaultActions: [], ...props });
const redirect = (protocol: string) => ({ type: "redirect", redirect: { protocol, statusCode: "HTTP_301" } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    LISTENER,
    (props) => (props.defaultActions = [{ type: "forward" }]),
    ({ props }) => props.protocol === "HTTP",
  );

testRule(httpRedirectsToHttps, {
  passes: {
    "a redirect": of({ protocol: "HTTP", defaultActions: [redirect("HTTPS")] }),
    HTTPS: of({ protocol: "HTTPS" }),
  },
  fails: {
    forwarding: [of({ protocol: "HTTP", defaultActions: [{ type: "forward" }] }), /\["forward"\]/],
    "a redirect to HTTP": [of({ protocol: "HTTP", defaultActions: [redirect("HTTP")] }), /redirect to HTTPS/],
  },
  unknown: of({ protocol: UNKNOWN }),
  mutant,
});
