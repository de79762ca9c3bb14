import { add } from "../testing/add.ts";
import { resource } from "../testing/build.ts";
import { type Mutant, UNKNOWN } from "../testing/captured.ts";
import { testRule } from "../testing/test-rule.ts";
import { fileSystemEncrypted } from "./file-system-encrypted.ts";

const DISK = "aws:efs/fileSystem:FileSystem";
const of = (props: Record<string, unknown>) => resource(DISK, props);

export const mutant: Mutant = (graph) => add(graph, DISK, { throughputMode: "bursting" });

testRule(fileSystemEncrypted, {
  passes: { encrypted: of({ encrypted: true }) },
  fails: { plain: [of({ encrypted: false }), /false/], "not stated": [of({}), /nothing/] },
  unknown: of({ encrypted: UNKNOWN }),
  mutant,
});
