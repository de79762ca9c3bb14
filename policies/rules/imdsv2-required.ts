import { type Finding, resourceRule } from "../rule.ts";

export const imdsv2Required = resourceRule({
  id: "imdsv2-required",
  title: "Instances answer metadata requests with a token only (IMDSv2).",
  severity: "high",
  remediation: 'Set `metadataOptions: { httpTokens: "required" }`.',
  controls: ["fsbp:EC2.8", "fsbp:EC2.170"],
  types: ["aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"],
  *check({ props }): Iterable<Finding> {
    const got = props.metadataOptions?.httpTokens;
    if (got === "required" || props.metadataOptions?.httpEndpoint === "disabled") return;
    yield { what: "metadata tokens", got, wanted: "required", fix: "Set metadataOptions.httpTokens." };
  },
});
