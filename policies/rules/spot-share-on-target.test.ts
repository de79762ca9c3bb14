import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { spotShareOnTarget } from "./spot-share-on-target.ts";

const SERVICE = "aws:ecs/service:Service";
const strategies = (base: number, onDemand: number, spot: number) => [
  { capacityProvider: "FARGATE", base, weight: onDemand },
  { capacityProvider: "FARGATE_SPOT", weight: spot },
];
const stack = (onDemand: number, spot: number, cpu = "1024") => [
  resource("aws:ecs/taskDefinition:TaskDefinition", { cpu, tags: { Service: "a" } }),
  resource(SERVICE, {
    desiredCount: 10,
    capacityProviderStrategies: strategies(0, onDemand, spot),
    tags: { Service: "a" },
  }),
];

export const mutant: Mutant = (graph) => {
  for (const { type, props, inputs = props } of graph) {
    if (type !== SERVICE) continue;
    for (const seen of [props, inputs])
      seen.capacityProviderStrategies = [{ capacityProvider: "FARGATE", base: 0, weight: 1 }];
  }
};

testRule(spotShareOnTarget, {
  config: { targetShare: 0.7, tolerance: 0.02 },
  passes: {
    "the target": stack(3, 7),
    "no task": [],
    "the platform's own beside it": [
      ...stack(3, 7),
      resource(
        SERVICE,
        { desiredCount: 10, capacityProviderStrategies: strategies(0, 1, 0), tags: { Service: "platform" } },
        { name: "monitoring" },
      ),
    ],
  },
  fails: { "too little": [stack(4, 6), /got {5}0.6[\s\S]*0.7 ± 0.02/], "too much": [stack(2, 8), /got {5}0.8/] },
  unknown: stack(3, 7, UNKNOWN),
  mutant,
});
