import assert from "node:assert/strict";
import { labAlerting, milliseconds, shorter } from "./timers.ts";

describe("shortened waits", () => {
  it("are a sixtieth, and never nothing that was something", () => {
    assert.deepEqual(["5m", "1h", "10s", "1w", "0s"].map(shorter), ["5000ms", "60000ms", "167ms", "10080000ms", "0s"]);
    assert.equal(shorter("1s"), "100ms");
    assert.equal(milliseconds("1h30m"), 5_400_000);
  });

  it("keep routes and inhibitions, and call the sink by the receiver's name", () => {
    const inhibit_rules = [{ source_matchers: ['a="b"'], target_matchers: ['c="d"'], equal: ["node"] }];
    const config = labAlerting(
      {
        global: { resolve_timeout: "5m" },
        route: { receiver: "x", group_wait: "30s", routes: [{ receiver: "x", matchers: ['a="b"'], group_wait: "0s" }] },
        inhibit_rules,
        receivers: [{ name: "x", slack_configs: [{ send_resolved: false, channel: "#x" }] }, { name: "nowhere" }],
      },
      "http://127.0.0.1:1",
    );
    assert.deepEqual(config.inhibit_rules, inhibit_rules);
    assert.equal(config.route.group_wait, "500ms");
    assert.deepEqual(config.route.routes, [{ receiver: "x", matchers: ['a="b"'], group_wait: "0s" }]);
    assert.deepEqual(config.receivers, [
      { name: "x", webhook_configs: [{ url: "http://127.0.0.1:1/x", send_resolved: false }] },
      { name: "nowhere", webhook_configs: [] },
    ]);
  });
});
