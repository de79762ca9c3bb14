import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { bucketTlsOnly } from "./bucket-tls-only.ts";

const TYPE = "aws:s3/bucketPolicy:BucketPolicy";
const bucket = resource("aws:s3/bucket:Bucket", { bucket: "logs" });
const of = (props: object) => resource(TYPE, { bucket: "logs", ...props });
const policy = (Effect: string, secure: string) =>
  of({ policy: JSON.stringify({ Statement: [{ Effect, Condition: { Bool: { "aws:SecureTransport": secure } } }] }) });

export const mutant: Mutant = (graph) =>
  edit(graph, TYPE, (props) => {
    const document = JSON.parse(props.policy);
    document.Statement = document.Statement.filter((one: { Effect: string }) => one.Effect !== "Deny");
    props.policy = JSON.stringify(document);
  });

testRule(bucketTlsOnly, {
  passes: { "plain HTTP denied": [bucket, policy("Deny", "false")], "no bucket": [] },
  fails: {
    "no policy": [bucket, /aws:SecureTransport/],
    "TLS allowed, HTTP not denied": [[bucket, policy("Allow", "true")], /SecureTransport/],
  },
  unknownIs: { fine: [bucket, of({ policy: UNKNOWN })] },
  mutant,
});
