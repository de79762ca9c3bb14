import { createHash } from "node:crypto";
import type { Ledger } from "../ledger.ts";
import { list, type Properties, text } from "../values.ts";
import { webAclCapacity } from "./validators/waf.ts";

/** Ids and outputs that follow from inputs or from other things, so that the identity table cannot hold them. */
export function specialOutputs(
  type: string,
  inputs: Properties,
  ledger: Ledger,
): { id?: string; computed: Properties } {
  switch (type) {
    case "aws:acm/certificate:Certificate":
      return { computed: { domainValidationOptions: validationRecords(inputs) } };
    case "aws:wafv2/webAcl:WebAcl":
      return { computed: { capacity: webAclCapacity(inputs) } };
    case "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup":
      return defaultGroup(inputs, ledger);
    default:
      return { computed: {} };
  }
}

/** One CNAME for each name; a wildcard shares the record of its parent. */
function validationRecords(inputs: Properties): Properties[] {
  const names = [inputs.domainName, ...list(inputs.subjectAlternativeNames)].flatMap(
    (name) => text(name ?? null) ?? [],
  );
  return [...new Set(names)].map((domainName) => {
    const base = domainName.replace(/^\*\./, "");
    const token = (use: string): string => createHash("md5").update(`${use}\n${base}`).digest("hex");
    return {
      domainName,
      resourceRecordName: `_${token("name")}.${base}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${token("value")}.acm-validations.aws.`,
    };
  });
}

/** The group that came with the VPC is taken over, not made. */
function defaultGroup(inputs: Properties, ledger: Ledger): { id?: string; computed: Properties } {
  const id = ledger.byHandle(text(inputs.vpcId) ?? "")?.outputs.defaultSecurityGroupId;
  return typeof id === "string"
    ? { id, computed: { name: "default", description: "default VPC security group" } }
    : { computed: {} };
}
