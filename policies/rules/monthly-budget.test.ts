import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { monthlyBudget } from "./monthly-budget.ts";

const INSTANCE = "aws:ec2/instance:Instance";
const some = (count: number, instanceType = "t4g.small") =>
  Array.from({ length: count }, (_, index) =>
    resource(INSTANCE, { instanceType, tags: { Service: "audit-log" } }, { name: `n${index}` }),
  );

export const mutant: Mutant = (graph) =>
  add(graph, INSTANCE, { instanceType: "t4g.small", metadataOptions: { httpTokens: "required" } }, "worker", 45);

testRule(monthlyBudget, {
  config: { monthlyUsd: 100 },
  passes: { within: some(2), nothing: [] },
  fails: { above: [some(10), /USD; dearest: audit-log [\s\S]*at most 100 USD/] },
  unknownIs: { fine: some(2, UNKNOWN) },
  mutant,
});
