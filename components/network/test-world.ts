import { costTags } from "@pyairtable/plan";
import { type MockWorld, nothingComputed, type StateOf } from "../shared/test-mocks.ts";
import type { NetworkArgs } from "./args.ts";
import type { EdgeArgs } from "./edge-args.ts";

/** For tests only: what the cloud would compute for the types a network makes, and args that are fine. */
export const ACCOUNT_ID = "111122223333";
export const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];

/** A VPC as the remote component answers: three subnets, tables and associations per zone. */
const vpcState: StateOf = (inputs, name) => {
  const zones = inputs.availabilityZoneNames as string[];
  const ids = (type: string) => zones.map((_, index) => `subnet-${type}-${index + 1}`);
  const subnets = [...ids("public"), ...ids("private"), ...ids("isolated")];
  const table = (subnet: string) => subnet.replace("subnet", "rtb");
  return {
    vpcId: `${name}-id`,
    publicSubnetIds: ids("public"),
    privateSubnetIds: ids("private"),
    isolatedSubnetIds: ids("isolated"),
    routeTables: subnets.map((subnet) => ({ id: table(subnet) })),
    routeTableAssociations: subnets.map((subnetId) => ({ subnetId, routeTableId: table(subnetId) })),
  };
};

const computed: Record<string, StateOf> = {
  "awsx:ec2:Vpc": vpcState,
  "aws:lb/loadBalancer:LoadBalancer": (_, name) => ({
    arnSuffix: `app/${name}/1`,
    dnsName: `${name}.elb.example`,
    zoneId: "ZELB",
  }),
  "aws:acm/certificate:Certificate": ({ domainName }) => ({
    domainValidationOptions: [
      {
        domainName,
        resourceRecordName: `_x.${domainName}`,
        resourceRecordType: "CNAME",
        resourceRecordValue: "_y.acm.example",
      },
    ],
  }),
  "aws:route53/record:Record": ({ name }) => ({ fqdn: name }),
  "aws:s3/bucket:Bucket": (_, name) => ({ bucket: name }),
};

const plain = [
  "pyairtable:network:Network",
  "pyairtable:network:Edge",
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:ec2/eip:Eip",
  "aws:ec2/flowLog:FlowLog",
  "aws:ec2/instance:Instance",
  "aws:ec2/networkInterface:NetworkInterface",
  "aws:ec2/route:Route",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/vpcEndpoint:VpcEndpoint",
  "aws:iam/instanceProfile:InstanceProfile",
  "aws:iam/role:Role",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:lb/listener:Listener",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:wafv2/webAcl:WebAcl",
  "aws:wafv2/webAclAssociation:WebAclAssociation",
];

export const networkWorld: MockWorld = {
  types: { ...Object.fromEntries(plain.map((type) => [type, nothingComputed])), ...computed },
  calls: {
    "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: ACCOUNT_ID }),
    "aws:ssm/getParameter:getParameter": () => ({ value: "ami-0123456789abcdef0" }),
  },
};

/** Types in which AWS has no tags; every other one must carry the six. */
export const UNTAGGABLE: ReadonlySet<string> = new Set([
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:ec2/route:Route",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:route53/record:Record",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:wafv2/webAclAssociation:WebAclAssociation",
]);

export const TAGS = costTags({
  project: "pyairtable",
  environment: "test",
  service: "platform",
  owner: "platform-team",
  costCenter: "CC-1000",
});

export function networkArgs(changes: Partial<NetworkArgs> = {}): NetworkArgs {
  return { region: "us-east-1", zones: ZONES, nat: "single", tags: TAGS, ...changes };
}

export function edgeArgs(changes: Partial<EdgeArgs> = {}): EdgeArgs {
  return {
    vpcId: "vpc-1",
    vpcCidr: "10.0.0.0/16",
    subnetIds: ["subnet-1", "subnet-2"],
    region: "us-east-1",
    accountId: ACCOUNT_ID,
    exposure: { scheme: "internet-facing", reason: "the public API" },
    domain: "app.example.com",
    hostedZoneId: "Z0123456789ABCDEFGHIJ",
    tags: TAGS,
    ...changes,
  };
}
