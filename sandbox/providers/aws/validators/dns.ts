import { list, type Properties, text, type Value } from "../../values.ts";
import type { Violation } from "../../violation.ts";
import { Findings, isGiven } from "./findings.ts";

const RECORD_TYPES = [
  "A",
  "AAAA",
  "CAA",
  "CNAME",
  "DS",
  "HTTPS",
  "MX",
  "NAPTR",
  "NS",
  "PTR",
  "SOA",
  "SPF",
  "SRV",
  "SSHFP",
  "SVCB",
  "TLSA",
  "TXT",
];
const DOMAIN =
  /^(?=.{1,254}$)(\*\.|\*$)?([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)*[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.?$/;
const IPV4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}$/;

export function record(inputs: Properties): Violation[] {
  const findings = new Findings();
  const code = "InvalidChangeBatch";
  findings.oneOf("type", inputs.type, RECORD_TYPES, code);
  findings.exactlyOne(inputs, ["records", "aliases"], "records", code);
  if (isGiven(inputs.records) && inputs.ttl === undefined)
    findings.refuse("ttl", undefined, "seconds to live", `${code}: Missing field 'TTL'`);
  if (isGiven(inputs.aliases) && inputs.ttl !== undefined)
    findings.refuse("ttl", inputs.ttl, "none, as an alias takes its target's", `${code}: an alias record has no TTL`);
  findings.range("ttl", inputs.ttl, 0, 2_147_483_647, "seconds", code);
  domain(findings, "name", inputs.name, code);
  for (const [index, value] of list(inputs.records).entries()) {
    if (inputs.type === "A")
      findings.matches(
        `records[${index}]`,
        value,
        IPV4,
        "an IPv4 address",
        `${code}: Value is not a valid IPv4 address`,
      );
  }
  if (inputs.type === "CNAME" && list(inputs.records).length > 1)
    findings.refuse("records", inputs.records, "one name", `${code}: a CNAME has a single value`);
  return findings.violations;
}

export function zone(inputs: Properties): Violation[] {
  const findings = new Findings();
  domain(findings, "name", inputs.name, "InvalidDomainName");
  return findings.violations;
}

export function certificate(inputs: Properties): Violation[] {
  const findings = new Findings();
  findings.oneOf("validationMethod", inputs.validationMethod, ["DNS", "EMAIL", "NONE"], "ValidationException");
  domain(findings, "domainName", inputs.domainName, "InvalidDomainValidationOptionsException");
  for (const [index, name] of list(inputs.subjectAlternativeNames).entries())
    domain(findings, `subjectAlternativeNames[${index}]`, name, "ValidationException");
  if (text(inputs.domainName)?.endsWith(".") === true)
    findings.refuse(
      "domainName",
      inputs.domainName,
      "a name without a dot at the end",
      "ValidationException: Invalid domain name",
    );
  return findings.violations;
}

function domain(findings: Findings, path: string, value: Value | undefined, code: string): void {
  findings.matches(
    path,
    value,
    DOMAIN,
    "a DNS name of labels up to 63 characters",
    `${code}: The domain name is not valid`,
  );
}
