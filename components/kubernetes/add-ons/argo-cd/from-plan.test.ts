import assert from "node:assert/strict";
import { smallPlan } from "../../workload/test-plan.ts";
import { assertRefused } from "../test-refusals.ts";
import { COMMON } from "../test-world.ts";
import { gitOpsFromPlan } from "./from-plan.ts";
import { normaliseArgoCd } from "./normalise.ts";
import { servicesLeftToPulumi } from "./ownership.ts";

const plan = smallPlan();
const SHOP = { repository: "https://git.example.com/shop/deploy", revision: "prod", groups: ["shop-engineers"] };

describe("gitOpsFromPlan", () => {
  it("takes owners and namespaces from the catalog, and is accepted by ArgoCd", () => {
    const made = gitOpsFromPlan(plan, { "team-shop": { ...SHOP, services: "all" } });
    assert.deepEqual(made.teams, [
      {
        name: "team-shop",
        namespaces: ["shop-access", "shop-sales"],
        repositories: [SHOP.repository],
        groups: ["shop-engineers"],
      },
    ]);
    assert.deepEqual(
      made.services.find(({ service }) => service === "prices"),
      {
        service: "prices",
        team: "team-shop",
        namespace: "shop-sales",
        repository: SHOP.repository,
        path: "services/prices/prod",
        revision: "prod",
        automated: null,
      },
    );
    normaliseArgoCd({ ...COMMON, host: "argocd.example.com", ...made });
    assert.deepEqual(servicesLeftToPulumi(plan.services, made.services), []);
  });

  it("leaves a team's other services to Pulumi", () => {
    const { services, teams } = gitOpsFromPlan(plan, { "team-shop": { ...SHOP, services: ["prices"] } });
    assert.deepEqual(teams[0]?.namespaces, ["shop-sales"]);
    const left = servicesLeftToPulumi(plan.services, services).map(({ name }) => name);
    assert.deepEqual(left, ["basket", "gateway", "invoices"]);
  });

  it("refuses owners and services that are not there, all at once", () =>
    assertRefused(
      () =>
        gitOpsFromPlan(plan, {
          "team-shops": { ...SHOP, services: "all" },
          "team-shop": { ...SHOP, services: ["price"] },
        }),
      "team",
      "team",
    ));
});
