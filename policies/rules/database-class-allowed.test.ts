import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { databaseClassAllowed } from "./database-class-allowed.ts";

const DATABASE = "aws:rds/instance:Instance";
const of = (instanceClass?: string) => resource(DATABASE, { instanceClass });

export const mutant: Mutant = (graph) =>
  add(graph, DATABASE, { instanceClass: "db.m7g.large", storageEncrypted: true, deletionProtection: true });

testRule(databaseClassAllowed, {
  config: { classes: ["db.t4g.micro"] },
  passes: { "an allowed class": of("db.t4g.micro") },
  fails: {
    "a large one": [of("db.m7g.large"), /one of db.t4g.micro/],
    "a cluster's instance": [
      resource("aws:rds/clusterInstance:ClusterInstance", { instanceClass: "db.r7g.large" }),
      /db.r7g.large/,
    ],
    "none stated": [of(), /nothing/],
  },
  unknown: of(UNKNOWN),
  mutant,
});
