import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { serviceTagInCatalog } from "./service-tag-in-catalog.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const of = (Service: string) => resource(GROUP, { tags: { Service } });

export const mutant: Mutant = (graph) => edit(graph, GROUP, (props) => (props.tags.Service = "recrod-service"));

testRule(serviceTagInCatalog, {
  passes: { "a service": of("record-service"), "what is shared": of("platform"), "no tags": resource(GROUP, {}) },
  fails: { "a misspelt service": [of("recrod-service"), /recrod-service \(LogGroup\): tag Service/] },
  unknown: of(UNKNOWN),
  mutant,
});
