import { edit, resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { costCenterInCatalog } from "./cost-center-in-catalog.ts";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const of = (CostCenter: string) => resource(GROUP, { tags: { CostCenter } });

export const mutant: Mutant = (graph) =>
  edit(
    graph,
    GROUP,
    (props) => (props.tags.CostCenter = "cc-9999"),
    ({ props }) => props.tags.Service === "platform",
  );

testRule(costCenterInCatalog, {
  config: { sharedCostCenters: ["cc-1000"] },
  passes: {
    "a service's": of("cc-1100"),
    "the platform's, from the limits": of("cc-1000"),
    "no tags": resource(GROUP, {}),
  },
  fails: { "one nobody has": [of("cc-9999"), /one of cc-1000, cc-1100/] },
  unknown: of(UNKNOWN),
  mutant,
});
