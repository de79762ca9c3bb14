import { type Finding, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const databaseClassAllowed = resourceRule({
  id: "database-class-allowed",
  title: "Databases are of a class that the stack allows.",
  severity: "high",
  remediation: "Choose an allowed class, or add it to `classes` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { classes: texts(["db.t4g.micro", "db.t4g.small", "db.t4g.medium", "db.serverless"], "Database classes") },
  types: ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  *check({ props }, { classes }): Iterable<Finding> {
    const got = props.instanceClass;
    if (got !== undefined && classes.includes(got)) return;
    yield { what: "database class", got, wanted: `one of ${classes.join(", ")}`, fix: "Choose an allowed class." };
  },
});
