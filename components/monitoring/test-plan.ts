import { costTags, type Plan } from "@pyairtable/plan";
import { sampleKubernetes, samplePlan, sampleService } from "../../packages/spot-risk/test/sample-plan.ts";

const tags = (service: string, owner: string) =>
  costTags({ project: "shop", environment: "prod", service, owner, costCenter: "cc-1" });

/** Two services on ECS: a critical one, and a worker that reads a queue. */
export function ecsPlan(change: Partial<Plan> = {}): Plan {
  const orders = sampleService("orders", {
    tier: "critical",
    port: 8101,
    replicas: { min: 2, max: 4 },
    tags: tags("orders", "team-shop"),
  });
  const worker = sampleService("worker", {
    tier: "batch",
    port: 8205,
    healthPath: "/alive",
    replicas: { min: 1, max: 3 },
    data: [{ kind: "queue", queue: "jobs", role: "consumer" }],
    tags: tags("worker", "team-data"),
  });
  return samplePlan([orders, worker], {
    project: "shop",
    environment: "prod",
    tags: tags("platform", "team-platform"),
    kubernetes: sampleKubernetes("off"),
    ...change,
  });
}

/** Both runtimes on an EKS cluster with all add-ons: the plan that rule tests use. */
export { fixturePlan as clusterPlan } from "../../packages/monitoring/testing/fixture.ts";
