import { AlertManagerDefinition } from "@pulumi/aws/amp/alertManagerDefinition.js";
import { RuleGroupNamespace } from "@pulumi/aws/amp/ruleGroupNamespace.js";
import { Workspace } from "@pulumi/aws/amp/workspace.js";
import { WorkspaceConfiguration } from "@pulumi/aws/amp/workspaceConfiguration.js";
import { Parameter } from "@pulumi/aws/ssm/parameter.js";
import { interpolate, type Output } from "@pulumi/pulumi";
import { arnOf, type PolicyStatement, resourceTags } from "../../shared/index.ts";
import { topicName } from "../base/topic.ts";
import { managedAlerting, managedGroups } from "../config/managed.ts";
import { type Place, prefixOf } from "../place.ts";
import type { EcsScene } from "./scene.ts";

/** A container's definition must be plain, and the workspace's address is not: it comes in as a parameter. */
export const managedParameter = ({ project, environment }: Place, what: "write" | "query") =>
  `/${project}/${environment}/monitoring/prometheus-${what}-url`;

export interface Managed {
  readonly write: PolicyStatement;
  readonly query: PolicyStatement;
}

/** Amazon Managed Service for Prometheus: workspace, rules, and its Alertmanager, which speaks to the topic alone. */
export function makeManaged(scene: EcsScene): Managed {
  const { name, plan, monitoring, place, parent } = scene;
  const own = { parent };
  const tags = resourceTags(place.tags);
  const workspace = new Workspace(`${name}-workspace`, { alias: prefixOf(place), tags }, own);
  const workspaceId = workspace.id;
  new WorkspaceConfiguration(
    `${name}-retention`,
    { workspaceId, retentionPeriodInDays: monitoring.retentionDays },
    own,
  );
  const data = JSON.stringify({ groups: managedGroups(plan, monitoring) });
  new RuleGroupNamespace(`${name}-rules`, { name: prefixOf(place), workspaceId, data, tags }, own);
  const alerting = managedAlerting(monitoring, {
    topicArn: arnOf(place, "sns", topicName(place)),
    region: place.region,
  });
  const definition = JSON.stringify({ alertmanager_config: JSON.stringify(alerting) });
  new AlertManagerDefinition(`${name}-alerting`, { workspaceId, definition }, own);
  const parameter = (what: "write" | "query", value: Output<string>) =>
    new Parameter(`${name}-${what}-url`, { name: managedParameter(place, what), type: "String", value, tags }, own);
  parameter("write", interpolate`${workspace.prometheusEndpoint}api/v1/remote_write`);
  parameter("query", workspace.prometheusEndpoint);
  const statement = (sid: string, actions: readonly string[]) => ({ sid, actions, resources: [workspace.arn] });
  return {
    write: statement("WriteSamples", ["aps:RemoteWrite"]),
    query: statement("ReadSamples", ["aps:GetLabels", "aps:GetMetricMetadata", "aps:GetSeries", "aps:QueryMetrics"]),
  };
}
