import type { LedgerEntry } from "@pyairtable/ledger";
import type { Ledger } from "../../ledger.ts";
import type { Properties, Value } from "../../values.ts";
import { ServiceError } from "../../violation.ts";
import parameters from "../data/public-parameters.json" with { type: "json" };
import type { ProviderFunction } from "./index.ts";

const publicParameters: Readonly<Record<string, string>> = parameters.valuesByName;

/** Functions that look for what this cloud holds, by one argument. */
export const lookupFunctions: Readonly<Record<string, ProviderFunction>> = {
  "aws:ssm/getParameter:getParameter": (args, { accountId, region }, ledger) => {
    const name = String(args.name);
    const known = publicParameters[name];
    if (known !== undefined) {
      const arn = `arn:aws:ssm:${region}::parameter${name}`;
      return { id: name, arn, value: known, insecureValue: known, type: "String", version: 1 };
    }
    const outputs = find(ledger, "aws:ssm/parameter:Parameter", "name", name, "ParameterNotFound", accountId).outputs;
    return {
      id: name,
      arn: outputs.arn ?? "",
      value: outputs.value ?? "",
      insecureValue: outputs.value ?? "",
      type: outputs.type ?? "String",
      version: 1,
    };
  },
  "aws:ecs/getCluster:getCluster": lookup("aws:ecs/cluster:Cluster", "clusterName", "name", "ClusterNotFoundException"),
  "aws:lb/getLoadBalancer:getLoadBalancer": lookup(
    "aws:lb/loadBalancer:LoadBalancer",
    "arn",
    "arn",
    "LoadBalancerNotFound",
  ),
  "aws:lb/getTargetGroup:getTargetGroup": lookup("aws:lb/targetGroup:TargetGroup", "arn", "arn", "TargetGroupNotFound"),
  "aws:ec2/getVpc:getVpc": lookup("aws:ec2/vpc:Vpc", "id", "id", "InvalidVpcID.NotFound"),
  "aws:ec2/getSubnet:getSubnet": lookup("aws:ec2/subnet:Subnet", "id", "id", "InvalidSubnetID.NotFound"),
  "aws:ec2/getSecurityGroup:getSecurityGroup": lookup(
    "aws:ec2/securityGroup:SecurityGroup",
    "id",
    "id",
    "InvalidGroup.NotFound",
  ),
  "aws:route53/getZone:getZone": lookup("aws:route53/zone:Zone", "name", "name", "NoSuchHostedZone"),
  "aws:acm/getCertificate:getCertificate": lookup(
    "aws:acm/certificate:Certificate",
    "domain",
    "domainName",
    "CertificateNotFound",
  ),
  "aws:iam/getRole:getRole": lookup("aws:iam/role:Role", "name", "name", "NoSuchEntity"),
  "aws:kms/getKey:getKey": lookup("aws:kms/key:Key", "keyId", "keyId", "NotFoundException"),
};

function lookup(type: string, argument: string, property: string, code: string): ProviderFunction {
  return (args, { accountId }, ledger) => {
    const entry = find(ledger, type, property, args[argument], code, accountId);
    return { id: entry.id, ...entry.outputs } as Properties;
  };
}

function find(
  ledger: Ledger,
  type: string,
  property: string,
  wanted: Value | undefined,
  code: string,
  accountId: string,
): LedgerEntry {
  const entry = ledger
    .all()
    .find(
      (candidate) =>
        candidate.type === type && (property === "id" ? candidate.id : candidate.outputs[property]) === wanted,
    );
  if (entry !== undefined) return entry;
  throw new ServiceError(code, `no ${type} with ${property} '${String(wanted)}' exists in account ${accountId}`);
}
