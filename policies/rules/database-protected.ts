import { type Finding, resourceRule } from "../rule.ts";
import { flag } from "../settings.ts";

export const databaseProtected = resourceRule({
  id: "database-protected",
  title: "Databases are encrypted, private, and can't be deleted by accident.",
  severity: "critical",
  remediation: "Set `storageEncrypted` and `deletionProtection`, leave `publiclyAccessible` off.",
  controls: ["fsbp:RDS.2", "fsbp:RDS.3", "fsbp:RDS.8"],
  config: { deletionProtection: flag(true, "Whether databases must be protected from deletion") },
  types: ["aws:rds/instance:Instance"],
  *check({ props }, { deletionProtection }): Iterable<Finding> {
    const { storageEncrypted, publiclyAccessible, deletionProtection: held } = props;
    if (publiclyAccessible) yield { what: "publiclyAccessible", got: true, wanted: "false", fix: "Make it private." };
    if (storageEncrypted !== true)
      yield { what: "storageEncrypted", got: storageEncrypted, wanted: "true", fix: "Encrypt it." };
    if (deletionProtection && held !== true)
      yield { what: "deletionProtection", got: held, wanted: "true", fix: "Protect it." };
  },
});
