import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type { Output, Resource } from "@pulumi/pulumi";
import { autonamed, child, type PolicyStatement, policyDocument } from "../../shared/index.ts";
import { startStatements, taskRoleArgs } from "./rights.ts";
import type { EcsScene } from "./scene.ts";

export interface RoleRights {
  readonly secretNames: readonly string[];
  readonly parameterNames: readonly string[];
  readonly metrics: readonly PolicyStatement[];
  readonly views: readonly PolicyStatement[];
}

export interface Roles {
  readonly executionArn: Output<string>;
  readonly metricsArn: Output<string>;
  readonly viewsArn: Output<string>;
  readonly grants: readonly Resource[];
}

/** One role starts both tasks; each task has its own for what it does. */
export function makeRoles(scene: EcsScene, rights: RoleRights): Roles {
  const { name, place, parent, transform } = scene;
  const grants: Resource[] = [];
  const role = (key: string, description: string, statements: readonly PolicyStatement[]) => {
    const args = taskRoleArgs(place, description);
    const made = new Role(...child(transform?.role, autonamed("iam-role", `${name}-${key}`), args, { parent }));
    if (statements.length > 0) {
      const policy = { role: made.name, policy: policyDocument(statements) };
      grants.push(new RolePolicy(...child(transform?.rolePolicy, `${name}-${key}-policy`, policy, { parent })));
    }
    return made.arn;
  };
  const start = startStatements(place, rights.secretNames, rights.parameterNames);
  return {
    executionArn: role("execution", "Starts the tasks of monitoring: writes their log, reads their secrets", start),
    metricsArn: role("metrics", "Finds tasks, reads counts of CloudWatch, mounts its disk", rights.metrics),
    viewsArn: role("views", "Mounts the disk of Grafana", rights.views),
    grants,
  };
}
