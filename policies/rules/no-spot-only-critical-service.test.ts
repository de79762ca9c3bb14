import { addTwin } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { noSpotOnlyCriticalService } from "./no-spot-only-critical-service.ts";

const SERVICE = "aws:ecs/service:Service";
const SPOT = { capacityProvider: "FARGATE_SPOT", weight: 1 };
const of = (capacityProviderStrategies: unknown, service = "record-service") =>
  resource(SERVICE, { capacityProviderStrategies, tags: { Service: service } });

export const mutant: Mutant = (graph) =>
  addTwin(graph, {
    service: "record-service",
    suffix: "burst",
    maxTasks: 1,
    change: (service) => (service.capacityProviderStrategies = [SPOT]),
  });

testRule(noSpotOnlyCriticalService, {
  passes: {
    "both providers": of([{ capacityProvider: "FARGATE", base: 1, weight: 0 }, SPOT]),
    "no strategy, so on demand": of([]),
    "a batch service": of([SPOT], "import-worker"),
  },
  fails: { "Spot alone": [of([SPOT]), /FARGATE with a base beside/] },
  unknown: of(UNKNOWN),
  mutant,
});
