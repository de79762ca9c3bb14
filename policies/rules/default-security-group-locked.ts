import { type StackFinding, stackRule } from "../rule.ts";
import { readOr } from "../unknown.ts";

export const defaultSecurityGroupLocked = stackRule({
  id: "default-security-group-locked",
  title: "The default security group of each VPC lets nothing in or out.",
  severity: "high",
  remediation: "Adopt it by a `DefaultSecurityGroup` without rules.",
  controls: ["fsbp:EC2.2"],
  *check(graph): Iterable<StackFinding> {
    const groups = graph.ofType("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    const vpcs = graph.ofType("aws:ec2/vpc:Vpc").length;
    const fix = "Add a DefaultSecurityGroup without rules.";
    if (groups.length < vpcs)
      yield { what: "locked default security groups", got: groups.length, wanted: `${vpcs}, one a VPC`, fix };
    for (const group of groups) {
      // Unknown in preview means that none was given: AWS then takes the rules away.
      const rules = [readOr([], () => group.props.ingress), readOr([], () => group.props.egress)];
      const got = rules.reduce((sum, list) => sum + (list ?? []).length, 0);
      if (got > 0)
        yield { at: group, what: "rules of the default security group", got, wanted: "0", fix: "Remove its rules." };
    }
  },
});
