import { Certificate, CertificateValidation } from "@pulumi/aws/acm/index.js";
import type { LoadBalancer } from "@pulumi/aws/lb/index.js";
import { Record as DnsRecord } from "@pulumi/aws/route53/index.js";
import type { Input } from "@pulumi/pulumi";
import { child, resourceTags } from "../shared/index.ts";
import type { EdgeScope } from "./edge-children.ts";

const VALIDATION_TTL_SECONDS = 60;

/** The certificate given, or a new one that is validated by DNS before a listener may take it. */
export function certificateArn(scope: EdgeScope): Input<string> {
  const { certificateArn, hostedZoneId } = scope.record;
  if (certificateArn !== null) return certificateArn;
  if (hostedZoneId === null) throw new Error("an edge without certificate and zone passed its checks");
  return createCertificate(scope, hostedZoneId);
}

function createCertificate({ parent, name, record, transform }: EdgeScope, zoneId: string): Input<string> {
  const opts = { parent };
  const args = {
    domainName: record.domain,
    validationMethod: "DNS",
    tags: resourceTags(record.tags, `${name}-certificate`),
  };
  const certificate = new Certificate(...child(transform.certificate, `${name}-certificate`, args, opts));

  // One domain, so one record. Two certificates of a domain ask for the same record: the second may find it there.
  const proof = certificate.domainValidationOptions.apply(([first]) => {
    if (first === undefined) throw new Error(`certificate of ${record.domain} asks for no validation record`);
    return first;
  });
  const recordArgs = {
    zoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: VALIDATION_TTL_SECONDS,
    allowOverwrite: true,
  };
  const proofName = `${name}-certificate-record`;
  const dns = new DnsRecord(...child(transform.certificateRecord, proofName, recordArgs, opts));
  const wait = { certificateArn: certificate.arn, validationRecordFqdns: [dns.fqdn] };
  const waitName = `${name}-certificate-validation`;
  return new CertificateValidation(...child(transform.certificateValidation, waitName, wait, opts)).certificateArn;
}

/** Points the domain at the load balancer, where the zone is ours. */
export function createAlias({ parent, name, record, transform }: EdgeScope, balancer: LoadBalancer): void {
  if (record.hostedZoneId === null) return;
  const args = {
    zoneId: record.hostedZoneId,
    name: record.domain,
    type: "A",
    aliases: [{ name: balancer.dnsName, zoneId: balancer.zoneId, evaluateTargetHealth: true }],
  };
  new DnsRecord(...child(transform.aliasRecord, `${name}-alias`, args, { parent }));
}
