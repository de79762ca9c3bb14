import assert from "node:assert/strict";
import { Server } from "@grpc/grpc-js";
import type { EnforcementLevel } from "@pulumi/policy";
import { type DeliveredConfig, deliveredConfig } from "./delivered-config.ts";
import { listenForConfiguration } from "./listen.ts";
import { loweredRules } from "./lowered-rules.ts";
import { refuseLoweredGuard } from "./refuse-lowered-guard.ts";
import { waiverFault } from "./waivers.ts";

const levels = (config: Record<string, EnforcementLevel>): DeliveredConfig =>
  new Map(Object.entries(config).map(([rule, enforcementLevel]) => [rule, { enforcementLevel, config: {} }]));

describe("loweredRules", () => {
  const declared = [{ id: "a", enforcementLevel: "mandatory" as const }];
  for (const [delivered, lowered] of [
    ["mandatory", false],
    ["remediate", false],
    ["advisory", true],
    ["disabled", true],
  ] as const) {
    it(`takes ${delivered} for ${lowered ? "lowered" : "kept"}`, () => {
      assert.equal(loweredRules(declared, levels({ a: delivered })).length, lowered ? 1 : 0);
    });
  }
  it("takes a rule that no configuration names for kept", () => {
    assert.deepEqual(loweredRules(declared, levels({})), []);
  });
});

describe("waiverFault", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const good = { rule: "a", reason: "agreed with the platform team", until: "2026-12-31" };
  const fault = (change: object) => waiverFault({ ...good, ...change }, new Set(["a"]), 180, now);
  it("accepts a waiver that holds, on its last day too", () => {
    assert.equal(fault({}), undefined);
    assert.equal(fault({ until: "2026-11-24" }), undefined);
  });
  for (const [name, change, says] of [
    ["a rule that is not there", { rule: "b" }, /no rule of this pack/],
    ["no reason", { reason: "because  " }, /no reason/],
    ["a day that is none", { until: "2026-13-45" }, /no date/],
    ["a time instead of a date", { until: "2026-12-31T00:00" }, /no date/],
    ["the day before", { until: "2026-11-23" }, /ended on 2026-11-23/],
    ["for ever", { until: "2099-01-01" }, /longer than 180 days/],
  ] as const) {
    it(`refuses ${name}`, () => assert.match(fault(change) ?? "", says));
  }
});

describe("listenForConfiguration", () => {
  type Handler = (call: object, answer: (error: Error | null) => void) => void;
  const original = Server.prototype.addService;
  let added: { configure: Handler } | undefined;
  let passedOn = 0;

  /** The handler as gRPC gets it, after the listener wrapped the SDK's. */
  function handlerBehind(refuse: (config: DeliveredConfig) => string | undefined): Handler {
    Server.prototype.addService = ((_: object, implementation: { configure: Handler }) => {
      added = implementation;
    }) as never;
    listenForConfiguration(refuse);
    const sdk = (_: object, answer: (error: Error | null) => void) => {
      passedOn += 1;
      answer(null);
    };
    new Server().addService({} as never, { configure: sdk, getPluginInfo: sdk } as never);
    return added!.configure;
  }

  const call = (level: number) => ({
    request: {
      getPolicyconfigMap: () =>
        new Map([
          ["a", { getEnforcementlevel: () => level, getProperties: () => ({ toJavaScript: () => ({ max: 1 }) }) }],
        ]),
    },
  });

  beforeEach(() => {
    passedOn = 0;
  });
  afterEach(() => {
    Server.prototype.addService = original;
  });

  it("hears levels and knobs, and passes the request on", () => {
    handlerBehind(() => undefined)(call(2), (error) => assert.equal(error, null));
    assert.deepEqual(deliveredConfig()?.get("a"), { enforcementLevel: "disabled", config: { max: 1 } });
    assert.equal(passedOn, 1);
  });

  it("answers with the refusal, and passes nothing on", () => {
    let refused: Error | null = null;
    handlerBehind(refuseLoweredGuard("a"))(call(0), (error) => {
      refused = error;
    });
    assert.match(String(refused), /a is advisory, wanted mandatory/);
    assert.equal(passedOn, 0);
  });

  it("lets a guard at full strength through", () => {
    handlerBehind(refuseLoweredGuard("a"))(call(1), (error) => assert.equal(error, null));
    assert.equal(passedOn, 1);
  });
});
