import { z } from "zod";

const text = z.string().min(1);
/** Names of secrets, never their values; what looks like a value is refused where the plan is decided. */
const secretName = z.string().describe("Name of the secret, as the secret store knows it");

const webhook = z.union([
  z.strictObject({ kind: z.literal("webhook"), url: text.describe("https URL"), tokenSecret: secretName }),
  z.strictObject({ kind: z.literal("webhook"), urlSecret: secretName }),
]);

const channels = z.array(
  z.union([
    z.strictObject({ kind: z.literal("slack"), channel: text.describe("With its #"), urlSecret: secretName }),
    z.strictObject({ kind: z.literal("pagerduty"), routingKeySecret: secretName }),
    z.strictObject({ kind: z.literal("email"), to: text.describe("Address") }),
    ...webhook.options,
  ]),
);

/** Who is told, by owner, and how. */
export const alertingSchema = z
  .strictObject({
    receivers: z
      .record(
        z.string(),
        z.strictObject({
          page: channels.describe("Where severity page goes: something that wakes"),
          ticket: channels.describe("Where ticket and, gathered, info go"),
        }),
      )
      .describe("By owner, as in the catalog"),
    fallback: text.describe("The receiver of what nobody else gets"),
    deadMansSwitch: webhook
      .nullable()
      .describe("Called each minute while alerting works; null: nobody learns that it is down"),
    smtp: z
      .strictObject({
        smarthost: z
          .string()
          .regex(/^[^\s:]+:\d+$/)
          .describe("host:port; TLS is required"),
        from: text.describe("Sender"),
        username: text,
        passwordSecret: secretName,
      })
      .exactOptional()
      .describe("Mail server; needed where a receiver has email"),
  })
  .describe("Who is told; default: PagerDuty and Slack by team");
