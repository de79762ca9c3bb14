import { tagsOf } from "../read/tags.ts";
import { type Finding, notApplicable, resourceRule } from "../rule.ts";

export const privateSubnetsStayPrivate = resourceRule({
  id: "private-subnets-stay-private",
  title: "Only public subnets hand out public addresses.",
  severity: "high",
  remediation: "Leave `mapPublicIpOnLaunch` off outside public subnets.",
  controls: ["fsbp:EC2.15"],
  types: ["aws:ec2/subnet:Subnet"],
  check({ name, props }) {
    const kind = `${tagsOf(props).SubnetType ?? ""} ${name}`;
    if (/public/i.test(kind)) return notApplicable("the subnet is public");
    if (!props.mapPublicIpOnLaunch) return [];
    const finding: Finding = {
      what: "public addresses at launch",
      got: true,
      wanted: "off",
      fix: "Turn mapPublicIpOnLaunch off.",
    };
    return [finding];
  },
});
