import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { httpsTlsModern } from "./https-tls-modern.ts";

const LISTENER = "aws:lb/listener:Listener";
const of = (props: object) => resource(LISTENER, { defaultActions: [], ...props });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    LISTENER,
    (props) => (props.sslPolicy = "ELBSecurityPolicy-2016-08"),
    ({ props }) => props.protocol === "HTTPS",
  );

testRule(httpsTlsModern, {
  passes: {
    "1.2 and 1.3": of({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }),
    "with restricted ciphers": of({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }),
    "1.3 alone": of({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }),
    "plain HTTP": of({ protocol: "HTTP" }),
  },
  fails: {
    "TLS 1.0": [of({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08" }), /2016-08/],
    "1.1 by a modern name": [of({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-1-2021-06" }), /1-1/],
    "ciphers without forward secrecy": [
      of({ protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06" }),
      /Ext1/,
    ],
    none: [of({ protocol: "HTTPS" }), /AWS's default/],
  },
  unknown: of({ protocol: "HTTPS", sslPolicy: UNKNOWN }),
  mutant,
});
