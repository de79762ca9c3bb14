import { add, tagsOfService } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { serviceMonthlyCap } from "./service-monthly-cap.ts";

const INSTANCE = "aws:ec2/instance:Instance";
const some = (count: number, instanceType = "t4g.small") =>
  Array.from({ length: count }, (_, index) =>
    resource(INSTANCE, { instanceType, tags: { Service: "audit-log" } }, { name: `n${index}` }),
  );

export const mutant: Mutant = (graph) =>
  add(
    graph,
    INSTANCE,
    { instanceType: "t4g.small", metadataOptions: { httpTokens: "required" }, tags: tagsOfService("import-worker") },
    "import-host",
    5,
  );

testRule(serviceMonthlyCap, {
  config: { maxUsd: 60 },
  passes: { within: some(2), "what all share": some(10).map((one) => ({ ...one, props: { ...one.props, tags: {} } })) },
  fails: { above: [some(10), /^[\s\S]*audit-log: cost a month[\s\S]*at most 60 USD/] },
  unknownIs: { fine: some(10, UNKNOWN) },
  mutant,
});
