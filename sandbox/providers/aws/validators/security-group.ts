import { parseCidr } from "../../awsx/cidr.ts";
import { equal, numeric, objects, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, isGiven, isKnown } from "./findings.ts";
import type { Context } from "./validator.ts";

const SOURCES = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const CODE = "InvalidParameterValue";
const DESCRIPTION = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/;
const IDENTITY = ["securityGroupId", ...SOURCES, "ipProtocol", "fromPort", "toPort"];

/** One rule of the `vpc` module: one source, a protocol, and ports that fit it. */
export function securityGroupRule(inputs: Properties, { ledger, resource }: Context): Violation[] {
  const findings = new Findings();
  findings.exactlyOne(inputs, SOURCES, "cidrIpv4", "InvalidParameterCombination");
  checkCidr(findings, "cidrIpv4", inputs.cidrIpv4);
  checkProtocol(findings, "", inputs.ipProtocol, inputs.fromPort, inputs.toPort);
  findings.matches(
    "description",
    inputs.description,
    DESCRIPTION,
    "up to 255 letters, digits and . _-:/()#,@[]+=&;{}!$*",
    `${CODE}: Invalid rule description`,
  );
  if (!isKnown(inputs.securityGroupId)) return findings.violations;
  const twin = ledger
    .all()
    .find(
      ({ type, urn, inputs: other }) =>
        type === resource.type && urn !== resource.urn && IDENTITY.every((key) => equal(other[key], inputs[key])),
    );
  if (twin !== undefined)
    findings.refuse(
      "securityGroupId",
      inputs.securityGroupId,
      "a rule that does not exist yet",
      "InvalidPermission.Duplicate: the specified rule already exists",
    );
  return findings.violations;
}

/** A security group with the rules written inside it. */
export function securityGroup(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.matches(
    "description",
    inputs.description,
    DESCRIPTION,
    "up to 255 letters, digits and . _-:/()#,@[]+=&;{}!$*",
    `${CODE}: Invalid security group description`,
  );
  for (const direction of ["ingress", "egress"] as const) {
    for (const { index, item } of objects(inputs[direction])) {
      const path = `${direction}[${index}]`;
      checkProtocol(findings, `${path}.`, item.protocol, item.fromPort, item.toPort);
      for (const [i, cidr] of (Array.isArray(item.cidrBlocks) ? item.cidrBlocks : []).entries())
        checkCidr(findings, `${path}.cidrBlocks[${i}]`, cidr);
      const sources = ["cidrBlocks", "ipv6CidrBlocks", "prefixListIds", "securityGroups"].some((key) =>
        isGiven(item[key]),
      );
      if (!sources && item.self !== true)
        findings.refuse(
          path,
          undefined,
          "a CIDR block, prefix list, security group or self",
          "InvalidParameterCombination: the rule has no source",
        );
    }
  }
  return findings.violations;
}

/** The older single-rule resource of the `ec2` module. */
export function legacyRule(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.oneOf("type", inputs.type, ["ingress", "egress"], CODE);
  checkProtocol(findings, "", inputs.protocol, inputs.fromPort, inputs.toPort);
  return findings.violations;
}

function checkCidr(findings: Findings, path: string, value: Value | undefined): void {
  const cidr = text(value);
  if (cidr === undefined || parseCidr(cidr) !== undefined) return;
  findings.refuse(path, cidr, "an IPv4 CIDR block without host bits", `${CODE}: CIDR block ${cidr} is malformed`);
}

function checkProtocol(
  findings: Findings,
  prefix: string,
  protocol: Value | undefined,
  from: Value | undefined,
  to: Value | undefined,
): void {
  const name = text(protocol)?.toLowerCase() ?? (typeof protocol === "number" ? String(protocol) : undefined);
  if (name === undefined) return;
  const isNamed = ["-1", "all", "tcp", "udp", "icmp", "icmpv6"].includes(name);
  if (!isNamed && !(/^\d{1,3}$/.test(name) && Number(name) <= 255)) {
    findings.refuse(
      `${prefix}${prefix === "" ? "ipProtocol" : "protocol"}`,
      name,
      "-1, tcp, udp, icmp, icmpv6 or a protocol number",
      `${CODE}: Invalid value '${name}' for IP protocol. Unknown protocol.`,
    );
  }
  const [low, high] = [numeric(from), numeric(to)];
  if (["tcp", "udp", "6", "17"].includes(name)) {
    for (const [key, value] of [
      ["fromPort", from],
      ["toPort", to],
    ] as const) {
      if (value === undefined)
        findings.refuse(
          `${prefix}${key}`,
          undefined,
          "0 to 65535",
          `${CODE}: Must specify both from and to ports with TCP/UDP.`,
        );
      findings.range(`${prefix}${key}`, value, 0, 65_535, "", CODE);
    }
    if (low !== undefined && high !== undefined && low > high)
      findings.refuse(
        `${prefix}toPort`,
        high,
        `at least fromPort, ${low}`,
        `${CODE}: Invalid TCP/UDP port range (${low}:${high})`,
      );
  } else if (name === "-1" && [low, high].some((port) => port !== undefined && port > 0)) {
    findings.refuse(
      `${prefix}fromPort`,
      low ?? null,
      "no ports",
      `${CODE}: You may not specify ports with protocol -1`,
    );
  }
}
