import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import type { Plan } from "@pyairtable/plan";
import fc from "fast-check";
import { samplePlan, sampleService } from "../../spot-risk/test/sample-plan.ts";
import { explain, pricePlan, SHARED } from "../index.ts";

const cents = (usd: number) => Math.round(usd * 100);
const onSpot = { onDemandBase: 0, onDemandWeight: 0, spotWeight: 1, why: "test" };

describe("pricePlan", () => {
  it("prices the state before as the seed does: 30 x 0.5 vCPU and 1 GB, x86, on demand, 540.60", () => {
    const names = Array.from({ length: 30 }, (_, i) => `s${i}`);
    const seedSize = { cpuUnits: 512, memoryMiB: 1024, architecture: "x86_64" as const };
    const cost = pricePlan(samplePlan(names.map((name) => sampleService(name, seedSize))));
    const compute = Object.values(cost.services).reduce((sum, s) => sum + cents(s.parts.onDemandCompute), 0);
    assert.equal(compute, 54060);
    // 540.60 compute, 7.50 logs, ALB 19.35, NAT 32.85 + 1.35, four addresses 14.60: inside the seed's 555–785.
    assert.equal(cost.baselineUsd, 616.25);
  });

  it("prices 0.25 vCPU and 0.5 GB on ARM64 Spot by hand", () => {
    const cost = pricePlan(samplePlan([sampleService("a", { placement: onSpot })]));
    // 730 × (0.25 × 0.009714 + 0.5 × 0.001068) = 1.7728 + 0.3898
    assert.equal(cost.services.a?.parts.spotCompute, 2.16);
    assert.equal(cost.services.a?.parts.onDemandCompute, 0);
  });

  it("charges growth by the placement's weights and sleep by its share of the week", () => {
    const growing = { replicas: { min: 1, max: 21 }, placement: { ...onSpot, onDemandBase: 1 } };
    const grown = pricePlan(samplePlan([sampleService("a", growing)])).services.a!;
    // 5% of 20 more tasks is one, all on Spot.
    assert.equal(grown.parts.spotCompute, 2.16);
    // A base above the minimum takes the growth first.
    const fromZero = { replicas: { min: 0, max: 20 }, placement: { ...onSpot, onDemandBase: 1 } };
    assert.equal(pricePlan(samplePlan([sampleService("a", fromZero)])).services.a?.parts.spotCompute, 0);
    const offHours = { replicas: 0, shareOfWeek: 0.5, sleepCron: "", wakeCron: "", timeZone: "UTC", why: "test" };
    const asleep = pricePlan(samplePlan([sampleService("a", { offHours })])).services.a!;
    assert.equal(asleep.parts.onDemandCompute, 3.6);
  });

  it("charges what a setting turns on, and says which setting", () => {
    const plain = samplePlan([sampleService("a")]);
    const of = (change: Partial<Plan>) => pricePlan({ ...plain, ...change });
    const { network, edge, cluster } = plain;
    assert.equal(pricePlan(plain).shared.nat.plannedUsd, 32.9);
    assert.equal(of({ network: { ...network, nat: "per-zone" } }).shared.publicIpv4.plannedUsd, 6 * 3.65);
    // t4g.nano 3.07, 8 GB of gp3 0.64, one alarm 0.10.
    assert.equal(of({ network: { ...network, nat: "instance" } }).shared.nat.plannedUsd, 3.81);
    assert.equal(of({ network: { ...network, nat: "none" } }).shared.nat.plannedUsd, 0);
    const endpoints = of({ network: { ...network, interfaceEndpoints: ["ecr.api", "ecr.dkr"] } });
    assert.equal(endpoints.shared.interfaceEndpoints.plannedUsd, 43.8);
    assert.equal(of({ edge: { ...edge, waf: true } }).shared.waf.plannedUsd, 20);
    const insights = of({ cluster: { ...cluster, containerInsights: "enabled" } }).shared.containerInsights;
    assert.equal(insights.plannedUsd, 11.4);
    assert.match(insights.why, /containerInsights is enabled/);
  });

  it("counts a secret once, at its only reader or as shared", () => {
    const secret = (secretName: string) => ({ variable: "X", secretName });
    const cost = pricePlan(
      samplePlan([
        sampleService("a", { secrets: [secret("own"), secret("both")] }),
        sampleService("b", { secrets: [secret("both")] }),
      ]),
    );
    assert.equal(cost.services.a?.parts.secrets, 0.4);
    assert.equal(cost.services.b?.parts.secrets, 0);
    assert.equal(cost.shared.sharedSecrets.plannedUsd, 0.4);
  });

  it("adds up to the cent, in parts, services, shared and explanations", () => {
    const service = fc.record({
      cpuUnits: fc.constantFrom(256, 512, 1024),
      memoryMiB: fc.constantFrom(512, 1024, 2048),
      architecture: fc.constantFrom("arm64" as const, "x86_64" as const),
      replicas: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(6)).map(([min, more]) => ({ min, max: min + more })),
      logRetentionDays: fc.constantFrom(7, 30, 365),
      placement: fc.constantFrom(onSpot, { onDemandBase: 1, onDemandWeight: 3, spotWeight: 7, why: "test" }),
    });
    fc.assert(
      fc.property(fc.array(service, { maxLength: 12 }), (list) => {
        const plan = samplePlan(list.map((change, i) => sampleService(`s${i}`, change)));
        const cost = pricePlan(plan);
        const all = [...Object.values(cost.services), ...Object.values(cost.shared)];
        assert.equal(
          all.reduce((sum, p) => sum + cents(p.plannedUsd), 0),
          cents(cost.plannedUsd),
        );
        assert.equal(
          all.reduce((sum, p) => sum + cents(p.baselineUsd), 0),
          cents(cost.baselineUsd),
        );
        assert.equal(cents(cost.baselineUsd) - cents(cost.plannedUsd), cents(cost.savedUsd));
        let explained = explain(plan, SHARED).reduce((sum, line) => sum + cents(line.usd), 0);
        for (const [name, { parts, plannedUsd }] of Object.entries(cost.services)) {
          assert.equal(
            Object.values(parts).reduce((sum, usd) => sum + cents(usd), 0),
            cents(plannedUsd),
          );
          explained += explain(plan, name).reduce((sum, line) => sum + cents(line.usd), 0);
        }
        assert.equal(explained, cents(cost.plannedUsd));
      }),
      { numRuns: 50 },
    );
  });

  it("explains each number with quantity, unit price and a dated source", () => {
    const [vcpu] = explain(samplePlan([sampleService("a")]), "a");
    assert.equal(vcpu?.quantity, 182.5);
    assert.equal(vcpu?.unit, "vCPU-hour");
    assert.equal(vcpu?.usd, 5.91);
    assert.match(vcpu?.source ?? "", /\(20\d\d-\d\d/);
    assert.throws(() => explain(samplePlan([]), "nobody"), /no service nobody/);
  });

  it("says what a smaller Spot discount would cost", () => {
    const cost = pricePlan(samplePlan([sampleService("a", { placement: onSpot })]));
    assert.match(cost.assumptions[0] ?? "", /at 50% less the plan costs 1\.44 USD/);
  });

  it("refuses a region without prices and names those that have them", () => {
    assert.throws(
      () => pricePlan(samplePlan([], { region: "eu-west-1" })),
      (error) => error instanceof UserError && /got +"eu-west-1"[\s\S]*us-east-1/.test(error.message),
    );
  });
});
