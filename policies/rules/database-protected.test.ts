import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { databaseProtected } from "./database-protected.ts";

const DATABASE = "aws:rds/instance:Instance";
const of = (props: object) => resource(DATABASE, { storageEncrypted: true, deletionProtection: true, ...props });

export const mutant: Mutant = (graph) =>
  add(graph, DATABASE, { instanceClass: "db.t4g.small", storageEncrypted: false, deletionProtection: true });

testRule(databaseProtected, {
  config: { deletionProtection: true },
  passes: { "all three": of({ publiclyAccessible: false }) },
  fails: {
    public: [of({ publiclyAccessible: true }), /publiclyAccessible/],
    "plain on disk": [of({ storageEncrypted: undefined }), /storageEncrypted/],
    "easily deleted": [of({ deletionProtection: false }), /deletionProtection/],
  },
  unknown: of({ storageEncrypted: UNKNOWN }),
  mutant,
});
