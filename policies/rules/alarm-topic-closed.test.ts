import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { alarmTopicClosed } from "./alarm-topic-closed.ts";

const POLICY = "aws:sns/topicPolicy:TopicPolicy";
const document = (statement: object) =>
  JSON.stringify({
    Statement: [{ Sid: "Publish", Effect: "Allow", Action: "sns:Publish", Resource: "arn:t", ...statement }],
  });
const of = (statement: object) => resource(POLICY, { arn: "arn:t", policy: document(statement) });
const account = { StringEquals: { "aws:SourceAccount": "111122223333" } };
const service = { Service: "cloudwatch.amazonaws.com" };

export const mutant: Mutant = (graph) =>
  add(graph, POLICY, { arn: "arn:t", policy: document({ Principal: "*" }), tags: undefined });

testRule(alarmTopicClosed, {
  passes: {
    "a service of this account": of({ Principal: service, Condition: account }),
    "a role": of({ Principal: { AWS: "arn:aws:iam::111122223333:role/x" } }),
    "a refusal of everyone": of({ Effect: "Deny", Principal: "*" }),
  },
  fails: {
    everyone: [of({ Principal: "*" }), /everyone/],
    "everyone by AWS": [of({ Principal: { AWS: "*" } }), /everyone/],
    "a service of any account": [of({ Principal: service }), /any account/],
  },
  unknownIs: { fine: resource(POLICY, { policy: UNKNOWN }) },
  mutant,
});
