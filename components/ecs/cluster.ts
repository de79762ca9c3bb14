import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Cluster as AwsCluster } from "@pulumi/aws/ecs/cluster.js";
import { ClusterCapacityProviders } from "@pulumi/aws/ecs/clusterCapacityProviders.js";
import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import { HttpNamespace } from "@pulumi/aws/servicediscovery/httpNamespace.js";
import { all, ComponentResource, type ComponentResourceOptions, type Output, type Resource } from "@pulumi/pulumi";
import { child, type PolicyStatement } from "../shared/index.ts";
import type { ClusterArgs, ClusterRecord } from "./cluster-args.ts";
import { normaliseCluster } from "./cluster-normalise.ts";
import { capacityProvidersArgs, clusterArgs, namespaceArgs } from "./cluster-resources.ts";
import { execKeyArgs, execLogGroupArgs, execPolicyStatements } from "./exec-audit.ts";
import type { ClusterTransform } from "./transform.ts";

/** ECS cluster with Fargate and Fargate Spot, a Service Connect namespace, and audited exec by choice. */
export class Cluster extends ComponentResource {
  /** Known once the capacity providers are attached, so that no service is made before. */
  readonly arn: Output<string>;
  readonly namespaceArn: Output<string>;
  /** Physical names, plain. */
  readonly name: string;
  readonly namespaceName: string;
  /** For the task role of a service with exec; empty where exec is off. Plain. */
  readonly execPolicyStatements: readonly PolicyStatement[];

  constructor(name: string, args: ClusterArgs, opts?: ComponentResourceOptions) {
    const record = normaliseCluster(args);
    super("pyairtable:ecs:Cluster", name, {}, opts);
    const { transform } = args;
    const own = { parent: this };
    const namespace = new HttpNamespace(
      ...child(transform?.namespace, `${name}-namespace`, namespaceArgs(record), own),
    );
    const audit = record.exec === null ? null : makeExecAudit(name, record, transform, this);
    const cluster = new AwsCluster(
      ...child(transform?.cluster, `${name}-cluster`, clusterArgs(record, namespace.arn, audit), {
        parent: this,
        dependsOn: audit === null ? [] : [audit.logGroup],
      }),
    );
    const providers = new ClusterCapacityProviders(
      ...child(
        transform?.capacityProviders,
        `${name}-capacity-providers`,
        capacityProvidersArgs(record, cluster.name),
        own,
      ),
    );

    this.arn = all([cluster.arn, providers.id]).apply(([arn]) => arn);
    this.namespaceArn = namespace.arn;
    this.name = record.clusterName;
    this.namespaceName = record.clusterName;
    this.execPolicyStatements = execPolicyStatements(record);
    this.registerOutputs({
      arn: this.arn,
      name: this.name,
      namespaceArn: this.namespaceArn,
      namespaceName: this.namespaceName,
    });
  }
}

function makeExecAudit(
  name: string,
  record: ClusterRecord,
  transform: ClusterTransform | undefined,
  parent: Resource,
): { keyArn: Output<string>; logGroup: LogGroup } {
  const opts = { parent };
  const key = new Key(...child(transform?.execKey, `${name}-exec-key`, execKeyArgs(record), opts));
  const aliasArgs = { name: record.execKeyAlias, targetKeyId: key.keyId };
  new Alias(...child(transform?.execKeyAlias, `${name}-exec-key-alias`, aliasArgs, opts));
  const logGroup = new LogGroup(
    ...child(transform?.execLogGroup, `${name}-exec-audit`, execLogGroupArgs(record, key.arn), opts),
  );
  return { keyArn: key.arn, logGroup };
}
