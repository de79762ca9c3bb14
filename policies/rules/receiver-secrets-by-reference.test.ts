import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { addWatch, stackRelease, watchTasks } from "../testing/fixture-monitoring.ts";
import { testRule } from "../testing/test-rule.ts";
import { receiverSecretsByReference } from "./receiver-secrets-by-reference.ts";

const receiver = (settings: object) => ({ receivers: [{ name: "ops", ...settings }] });
const task = (settings: object) => watchTasks((watched) => Object.assign(watched.alertmanager.receivers[0], settings));
const managed = (config: object) =>
  resource("aws:amp/alertManagerDefinition:AlertManagerDefinition", {
    definition: JSON.stringify({ alertmanager_config: JSON.stringify(config) }),
  });

export const mutant: Mutant = (graph) =>
  addWatch(graph, (watched) => {
    watched.alertmanager.receivers[0].pagerduty_configs = [{ routing_key: "0123456789abcdef" }];
  });

testRule(receiverSecretsByReference, {
  passes: {
    "a file": task({ pagerduty_configs: [{ routing_key_file: "/secrets/key" }] }),
    "a URL with a token in a file": task({
      webhook_configs: [{ url: "https://x", http_config: { authorization: { credentials_file: "/t" } } }],
    }),
    "a topic": managed(receiver({ sns_configs: [{ topic_arn: "arn:aws:sns:x" }] })),
    "a chart": stackRelease({ alertmanager: { config: receiver({}) } }),
  },
  fails: {
    "a key": [
      task({ pagerduty_configs: [{ routing_key: "abc" }] }),
      /receivers\[0\]\.pagerduty_configs\[0\]\.routing_key/,
    ],
    "a hook that is a secret": [task({ slack_configs: [{ api_url: "https://hooks.slack.com/x" }] }), /api_url/],
    "a password of mail": [
      stackRelease({ alertmanager: { config: { global: { smtp_auth_password: "x" } } } }),
      /global\.smtp/,
    ],
    "a token": [
      managed(receiver({ webhook_configs: [{ http_config: { authorization: { credentials: "x" } } }] })),
      /credentials/,
    ],
  },
  unknown: resource("aws:amp/alertManagerDefinition:AlertManagerDefinition", { definition: UNKNOWN }),
  mutant,
});
