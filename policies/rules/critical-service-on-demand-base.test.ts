import { firstOf } from "../testing/add.ts";
import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { criticalServiceOnDemandBase } from "./critical-service-on-demand-base.ts";

const SERVICE = "aws:ecs/service:Service";
const strategies = (base: number, onDemand: number, spot: number) => [
  { capacityProvider: "FARGATE", base, weight: onDemand },
  { capacityProvider: "FARGATE_SPOT", weight: spot },
];
const of = (desiredCount: number, capacityProviderStrategies: unknown, service = "record-service") =>
  resource(SERVICE, { desiredCount, capacityProviderStrategies, tags: { Service: service } });

export const mutant: Mutant = (graph) => {
  const target = firstOf(
    graph,
    "aws:appautoscaling/target:Target",
    ({ props }) => props.tags.Service === "record-service",
  );
  // The same split of the tasks, by weight alone: one more interruption away from none.
  edit(
    graph,
    SERVICE,
    (props) => {
      const base = props.capacityProviderStrategies.find((one: { base?: number }) => one.base).base;
      props.capacityProviderStrategies = strategies(0, base, target.props.minCapacity - base);
    },
    ({ props }) => props.tags.Service === "record-service",
  );
};

testRule(criticalServiceOnDemandBase, {
  passes: {
    "half on demand": of(2, strategies(1, 0, 1)),
    "rounded up": of(3, strategies(2, 0, 1)),
    "all on demand": of(2, [{ capacityProvider: "FARGATE", base: 0, weight: 1 }]),
    "a standard service without base": of(2, strategies(0, 1, 1), "audit-log"),
    "Spot alone, which another rule catches": of(2, [{ capacityProvider: "FARGATE_SPOT", weight: 1 }]),
  },
  fails: {
    "weights without base": [of(2, strategies(0, 1, 1)), /record-service[\s\S]*got {5}0[\s\S]*at least 1 tasks/],
    "a base below half": [of(4, strategies(1, 1, 1)), /at least 2 tasks/],
  },
  unknown: of(2, UNKNOWN),
  mutant,
});
