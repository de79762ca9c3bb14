import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { Resource } from "@pulumi/pulumi";
import { autonamed, child, policyDocument } from "../shared/index.ts";
import { infrastructurePolicies, infrastructureRoleArgs } from "./infrastructure-role.ts";
import { logGroupArgs } from "./log-group.ts";
import { executionRoleArgs, executionStatements, taskRoleArgs, taskStatements } from "./roles.ts";
import { egressRules, securityGroupArgs } from "./security-group.ts";
import type { ServiceSite } from "./service-site.ts";

export interface ServiceIdentity {
  readonly securityGroup: SecurityGroup;
  readonly logGroup: LogGroup;
  readonly executionRole: Role;
  readonly taskRole: Role;
  readonly infrastructureRole: Role | null;
  /** Must be there before the first task starts. */
  readonly grants: readonly Resource[];
}

/** Who the service is: its security group, its log, its roles with what they allow. */
export function makeIdentity(site: ServiceSite): ServiceIdentity {
  const { name, record, wiring, transform, parent } = site;
  const opts = { parent };
  const securityGroup = new SecurityGroup(
    ...child(transform?.securityGroup, `${name}-sg`, securityGroupArgs(record, wiring.vpcId), opts),
  );
  const exits = egressRules(record).map(({ key, args }) => {
    const full = { ...args, securityGroupId: securityGroup.id };
    return new SecurityGroupEgressRule(...child(transform?.egressRule, `${name}-egress-${key}`, full, opts));
  });
  const logGroup = new LogGroup(...child(transform?.logGroup, `${name}-logs`, logGroupArgs(record), opts));

  const roleName = (key: string) => autonamed("iam-role", `${name}-${key}`);
  const executionRole = new Role(
    ...child(transform?.executionRole, roleName("execution"), executionRoleArgs(record), opts),
  );
  const executionPolicy = { role: executionRole.name, policy: policyDocument(executionStatements(record)) };
  const startGrant = new RolePolicy(
    ...child(transform?.executionPolicy, `${name}-execution-policy`, executionPolicy, opts),
  );
  const taskRole = new Role(...child(transform?.taskRole, roleName("task"), taskRoleArgs(record), opts));
  const statements = taskStatements(record, wiring);
  const taskPolicy = { role: taskRole.name, policy: statements.length > 0 ? policyDocument(statements) : "" };
  const taskGrants =
    statements.length > 0
      ? [new RolePolicy(...child(transform?.taskPolicy, `${name}-task-policy`, taskPolicy, opts))]
      : [];
  const infrastructure = makeInfrastructureRole(site, roleName("infrastructure"));
  return {
    securityGroup,
    logGroup,
    executionRole,
    taskRole,
    infrastructureRole: infrastructure.role,
    grants: [startGrant, ...taskGrants, ...infrastructure.grants, ...exits],
  };
}

function makeInfrastructureRole({ name, record, transform, parent }: ServiceSite, roleName: string) {
  const policies = infrastructurePolicies(record);
  if (policies.length === 0) return { role: null, grants: [] };
  const opts = { parent };
  const role = new Role(...child(transform?.infrastructureRole, roleName, infrastructureRoleArgs(record), opts));
  const grants = policies.map(({ key, arn }) => {
    const args = { role: role.name, policyArn: arn };
    return new RolePolicyAttachment(
      ...child(transform?.infrastructurePolicy, `${name}-infrastructure-${key}`, args, opts),
    );
  });
  return { role, grants };
}
