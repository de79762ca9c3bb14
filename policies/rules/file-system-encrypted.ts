import { type Finding, resourceRule } from "../rule.ts";

export const fileSystemEncrypted = resourceRule({
  id: "file-system-encrypted",
  title: "File systems are encrypted at rest.",
  severity: "high",
  remediation: "Set `encrypted: true`; it cannot be changed later.",
  controls: ["fsbp:EFS.1"],
  types: ["aws:efs/fileSystem:FileSystem"],
  *check({ props }): Iterable<Finding> {
    if (props.encrypted === true) return;
    yield { what: "encryption", got: props.encrypted, wanted: "true", fix: "Set encrypted." };
  },
});
