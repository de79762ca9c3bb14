import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { capacityProvidersAttached } from "./capacity-providers-attached.ts";

const SERVICE = "aws:ecs/service:Service";
const PROVIDERS = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
const attached = (...capacityProviders: string[]) => resource(PROVIDERS, { capacityProviders });
const service = resource(SERVICE, { capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] });

export const mutant: Mutant = (graph) => edit(graph, PROVIDERS, (props) => (props.capacityProviders = ["FARGATE"]));

testRule(capacityProvidersAttached, {
  passes: { attached: [attached("FARGATE", "FARGATE_SPOT"), service], "no strategy": resource(SERVICE, {}) },
  fails: {
    "not attached": [[attached("FARGATE"), service], /FARGATE_SPOT[\s\S]*one of FARGATE/],
    "nothing attached": [service, /none attached/],
  },
  unknown: [attached(UNKNOWN), resource(SERVICE, { capacityProviderStrategies: UNKNOWN })].slice(1),
  mutant,
});
