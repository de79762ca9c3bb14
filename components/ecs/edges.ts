import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { throwIfAny } from "@pyairtable/diagnostics";
import type { CostTags } from "@pyairtable/plan";
import { child, resourceTags } from "../shared/index.ts";
import { reporter } from "./reporter.ts";
import type { EdgesTransform } from "./transform.ts";

/** One end of an edge: a service, the load balancer, a database. */
export interface EdgeEnd {
  /** Plain, part of the rules' logical names. Example `record-service`, `alb`. */
  readonly name: string;
  readonly securityGroupId: Input<string>;
  readonly tags: CostTags;
}

/** `caller` may open TCP connections to `callee` at `port`. */
export interface Edge {
  readonly caller: EdgeEnd;
  readonly callee: EdgeEnd;
  /** Port the callee listens on; with Service Connect on Fargate its proxy takes the same. */
  readonly port: number;
}

export interface ServiceEdgesArgs {
  readonly edges: readonly Edge[];
  readonly transform?: EdgesTransform;
}

/** Two rules an edge: into the callee from the caller's group, out of the caller to the callee's. No CIDR blocks. */
export class ServiceEdges extends ComponentResource {
  /** Rules made: twice the edges. */
  readonly ruleCount: number;

  constructor(name: string, { edges, transform }: ServiceEdgesArgs, opts?: ComponentResourceOptions) {
    checkEdges(name, edges);
    super("pyairtable:ecs:ServiceEdges", name, {}, opts);
    const own = { parent: this };
    for (const { caller, callee, port } of edges) {
      const title = `${caller.name}-to-${callee.name}-${port}`;
      const traffic = { ipProtocol: "tcp", fromPort: port, toPort: port };
      const ingress = {
        ...traffic,
        description: `${caller.name} calls ${callee.name}`,
        securityGroupId: callee.securityGroupId,
        referencedSecurityGroupId: caller.securityGroupId,
        tags: resourceTags(callee.tags),
      };
      new SecurityGroupIngressRule(...child(transform?.ingress, `${name}-${title}-in`, ingress, own));
      const egress = {
        ...traffic,
        description: `${caller.name} calls ${callee.name}`,
        securityGroupId: caller.securityGroupId,
        referencedSecurityGroupId: callee.securityGroupId,
        tags: resourceTags(caller.tags),
      };
      new SecurityGroupEgressRule(...child(transform?.egress, `${name}-${title}-out`, egress, own));
    }
    this.ruleCount = edges.length * 2;
    this.registerOutputs({ ruleCount: this.ruleCount });
  }
}

/** `new ServiceEdges(…)` for a plain list. */
export function connectServices(name: string, edges: readonly Edge[], opts?: ComponentResourceOptions): ServiceEdges {
  return new ServiceEdges(name, { edges }, opts);
}

function checkEdges(name: string, edges: readonly Edge[]): void {
  const report = reporter(`ServiceEdges ${name}`);
  const seen = new Set<string>();
  for (const [n, { caller, callee, port }] of edges.entries()) {
    const title = `${caller.name} → ${callee.name}:${port}`;
    report.unless(!seen.has(title) && caller.name !== callee.name, {
      code: "edge",
      path: `edges[${n}]`,
      got: title,
      wanted: "two different ends, each edge once",
      fix: "Remove the edge.",
    });
    seen.add(title);
    report.wholeNumber(`edges[${n}].port`, port, 1, 65535, "(port)");
  }
  throwIfAny(`ServiceEdges ${name}`, report.diagnostics);
}
