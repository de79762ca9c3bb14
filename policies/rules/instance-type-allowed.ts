import { type Finding, notApplicable, resourceRule } from "../rule.ts";
import { texts } from "../settings.ts";

export const instanceTypeAllowed = resourceRule({
  id: "instance-type-allowed",
  title: "EC2 instances are of a type that the stack allows.",
  severity: "high",
  remediation: "Choose an allowed type, or add it to `types` in the stack's limits file.",
  controls: ["wa:cost"],
  config: { types: texts(["t4g.nano", "t4g.micro", "t4g.small"], "Instance types") },
  types: ["aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"],
  check({ props }, { types }) {
    const got = props.instanceType;
    if (got === undefined) return notApplicable("the type comes from elsewhere");
    if (types.includes(got)) return [];
    const finding: Finding = {
      what: "instance type",
      got,
      wanted: `one of ${types.join(", ")}`,
      fix: "Choose an allowed type.",
    };
    return [finding];
  },
});
