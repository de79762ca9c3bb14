import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertExit, assertSays, CHECKOUT, copyOfProgram, edit, isolatedSandbox, policed } from "./support.ts";

/** One way to break the prod program or its limits, and the rule and the place the preview has to name. */
interface Breach {
  /** Default `prod`. */
  readonly stack?: "prod" | "prod-eks";
  readonly title: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly says: readonly string[];
}

const BREACHES: readonly Breach[] = [
  {
    title: "a cost tag is missing",
    file: "components/ecs/log-group.ts",
    from: "tags: resourceTags(tags),",
    to: "tags: { ...resourceTags(tags), CostCenter: undefined as never },",
    rule: "cost-tags-present",
    says: ["record-service", "CostCenter"],
  },
  {
    title: "a task is larger than the stack allows",
    file: "catalog/data/sizes.json",
    from: '"m": { "cpuUnits": 512, "memoryMiB": 1024 }',
    to: '"m": { "cpuUnits": 2048, "memoryMiB": 4096 }',
    rule: "task-cpu-limit",
    says: ["record-service", '"2048"', "1024"],
  },
  {
    title: "there is a NAT gateway in every zone",
    file: "Pulumi.prod.yaml",
    from: "nat: single",
    to: "nat: per-zone",
    rule: "nat-gateway-count",
    says: ["wanted"],
  },
  {
    title: "a task gets a public address",
    file: "components/ecs/ecs-service.ts",
    from: "assignPublicIp: false",
    to: "assignPublicIp: true",
    rule: "tasks-without-public-ip",
    says: ["record-service"],
  },
  {
    title: "the month costs more than the budget",
    file: "policies/limits/prod.json",
    from: '"monthlyUsd": 510',
    to: '"monthlyUsd": 200',
    rule: "monthly-budget",
    says: ["200"],
  },
  {
    title: "a task runs as root",
    file: "components/ecs/container-definitions.ts",
    from: "user: container.user,",
    to: 'user: "0:0",',
    rule: "container-not-root",
    says: ["record-service"],
  },
  {
    // A stack rule, in a preview that has no outputs of Kubernetes yet: the cluster is made by the same update.
    stack: "prod-eks",
    title: "a workload under an autoscaler names its replicas",
    file: "components/kubernetes/workload/deployment.ts",
    from: "minReadySeconds: 10,",
    to: "minReadySeconds: 10, replicas: 2,",
    rule: "k8s-replicas-left-to-autoscaler",
    says: ["record-service", "left out"],
  },
  {
    stack: "prod-eks",
    title: "a critical service loses its disruption budget",
    file: "components/kubernetes/workload/disruption-budget.ts",
    from: 'if (disruption.kind === "none") return null;',
    to: 'if (disruption.kind === "none" || service === "record-service") return null;',
    rule: "k8s-critical-has-budget",
    says: ["record-service"],
  },
  {
    stack: "prod-eks",
    title: "a network policy lets everyone in",
    file: "components/kubernetes/workload/network-policy.ts",
    from: "[{ from, ports: [tcp(PORT_NAME)] }]",
    to: "[{ ports: [tcp(PORT_NAME)] }]",
    rule: "k8s-no-open-ingress-policy",
    says: ["record-service"],
  },
  {
    stack: "prod-eks",
    title: "a probe is dropped",
    file: "components/kubernetes/workload/probes.ts",
    from: "livenessProbe: { ...alive, periodSeconds: 20, timeoutSeconds: 5, failureThreshold: 3 },",
    to: "",
    rule: "k8s-probes-present",
    says: ["record-service"],
  },
  {
    title: "a rule is switched off without a waiver",
    file: "policies/limits/prod.json",
    from: '"task-cpu-limit": { "maxCpuUnits": 1024 }',
    to: '"task-cpu-limit": { "enforcementLevel": "disabled", "maxCpuUnits": 1024 }',
    rule: "no-disabled-rules",
    says: ["task-cpu-limit"],
  },
];

describe("policies end to end through the real engine", () => {
  const sandbox = isolatedSandbox("policies");
  after(() => sandbox.remove());

  for (const breach of BREACHES) {
    it(`${breach.rule} stops the preview when ${breach.title}`, async () => {
      const program = copyOfProgram("policies");
      try {
        edit(join(program.directory, breach.file), breach.from, breach.to);
        const { stack = "prod" } = breach;
        const flags = policed(stack, program.directory);
        const result = await sandbox.run(["preview", "--cwd", program.directory, "--stack", stack, ...flags]);
        assert.notEqual(result.code, 0, result.output.slice(-3000));
        assertSays(result, new RegExp(`\\[mandatory\\].*${breach.rule}`), ...breach.says);
      } finally {
        program.remove();
      }
    });
  }

  /** Budgets of its own, so that a new measurement breaks no test: billing-service overspent, with what ran as committed. */
  function overspend(directory: string): void {
    const path = join(directory, "policies", "data", "error-budgets.generated.json");
    const budgets = JSON.parse(readFileSync(path, "utf8"));
    const prod = { ...budgets.stacks.prod, origin: "sample" };
    const ran = { slo: "availability", remaining: -0.35, spotShare: 0, replicasMin: 1 };
    prod.services = { "billing-service": ran };
    writeFileSync(path, JSON.stringify({ ...budgets, stacks: { prod } }));
  }

  it("error-budget-respected warns, and stops nothing, when more Spot falls on a service out of budget", async () => {
    const program = copyOfProgram("policies");
    try {
      overspend(program.directory);
      const flags = policed("prod", program.directory);
      const preview = ["preview", "--cwd", program.directory, "--stack", "prod", ...flags];
      const before = await sandbox.run(preview);
      assertExit(before, 0);
      assert.doesNotMatch(before.output, /\[(?:advisory|mandatory)\]/);
      // One task more on Spot meets it, and the solver takes the one of billing-service.
      edit(
        join(program.directory, "Pulumi.prod.yaml"),
        "    budget:\n",
        "    spot:\n      targetShare: 0.71\n    budget:\n",
      );
      const after = await sandbox.run(preview);
      assertExit(after, 0);
      assertSays(
        after,
        /\[advisory\].*error-budget-respected/,
        "billing-service",
        "at most 0%",
        "until the budget recovers",
      );
      assertSays(after, "100%, with -35% left of its availability budget");
      assert.doesNotMatch(after.output, /\[mandatory\]/);
    } finally {
      program.remove();
    }
  });

  it("has the limits of every stack in a file the pack accepts", () => {
    for (const stack of ["dev", "lab", "prod", "prod-eks"]) {
      const limits = JSON.parse(readFileSync(join(CHECKOUT, "policies", "limits", `${stack}.json`), "utf8"));
      assert.equal(limits["limits-match-stack"].stack, stack);
    }
  });
});
