import type { ProviderFunction } from "./index.ts";

/** Functions about the account, the partition and the provider itself. */
export const accountFunctions: Readonly<Record<string, ProviderFunction>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": (_, { accountId }) => ({
    id: accountId,
    accountId,
    arn: `arn:aws:iam::${accountId}:user/sandbox`,
    userId: "AIDASANDBOXSANDBOX000",
  }),
  "aws:index/getPartition:getPartition": () => ({
    id: "aws",
    partition: "aws",
    dnsSuffix: "amazonaws.com",
    reverseDnsPrefix: "com.amazonaws",
  }),
  "aws:index/getRegion:getRegion": (args, { region }) => {
    const name = typeof args.region === "string" ? args.region : typeof args.name === "string" ? args.name : region;
    return { id: name, region: name, name, description: name, endpoint: `ec2.${name}.amazonaws.com` };
  },
  "aws:index/getDefaultTags:getDefaultTags": (_, { defaultTags }) => ({ id: "aws", tags: defaultTags }),
  "aws:index/getServicePrincipal:getServicePrincipal": (args, { region }) => {
    const service = String(args.serviceName);
    const name = `${service}.amazonaws.com`;
    return { id: `${service}.${region}.amazonaws.com`, name, serviceName: service, suffix: "amazonaws.com" };
  },
  "aws:elb/getServiceAccount:getServiceAccount": () => ({ id: "127311923021", arn: "arn:aws:iam::127311923021:root" }),
};
