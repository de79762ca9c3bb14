import { z } from "zod";
import { DEFAULTS } from "./defaults.ts";
import { INTERFACE_ENDPOINT_NAMES } from "./interface-endpoints.ts";
import { reason, retentionDays } from "./parts.ts";

const { network, edge, cluster } = DEFAULTS;

export const networkSchema = z
  .strictObject({
    cidr: z
      .string()
      .regex(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/)
      .default(network.cidr)
      .describe("Private IPv4 block of the VPC, /16 to /23"),
    nat: z
      .enum(["none", "single", "per-zone", "instance"])
      .default(network.nat)
      .describe("Way out to the internet: none, one gateway, one a zone, or one small instance"),
    interfaceEndpoints: z
      .array(z.enum(INTERFACE_ENDPOINT_NAMES))
      .default([...network.interfaceEndpoints])
      .describe("Interface endpoints by short service name; each is charged per zone"),
    flowLogs: z
      .strictObject({
        enabled: z.boolean().default(network.flowLogs.enabled).describe("Whether flow logs are kept"),
        retentionDays: retentionDays.default(network.flowLogs.retentionDays),
      })
      .prefault({}),
  })
  .describe("The VPC");

export const edgeSchema = z
  .strictObject({
    domain: z
      .string()
      .max(253)
      .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)
      .describe("DNS name served by the load balancer, lower case"),
    certificateArn: z
      .string()
      .regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/)
      .nullable()
      .default(edge.certificateArn)
      .describe("ACM certificate in the same region; null makes one, validated in hostedZoneId"),
    hostedZoneId: z
      .string()
      .regex(/^Z[A-Z0-9]{3,31}$/)
      .nullable()
      .default(edge.hostedZoneId)
      .describe("Route 53 zone of the domain"),
    waf: z.boolean().default(edge.waf).describe("Web application firewall in front of the load balancer"),
    accessLogs: z
      .strictObject({
        enabled: z.boolean().default(edge.accessLogs.enabled).describe("Whether access logs are kept"),
        retentionDays: z.number().int().min(1).max(3650).default(edge.accessLogs.retentionDays).describe("Days kept"),
      })
      .prefault({}),
    deletionProtection: z.boolean().default(edge.deletionProtection).describe("Guards the load balancer from deletion"),
  })
  .describe("What the internet sees");

export const clusterSchema = z
  .strictObject({
    containerInsights: z
      .enum(["disabled", "enabled", "enhanced"])
      .default(cluster.containerInsights)
      .describe("Container Insights; charged at custom-metric prices"),
    exec: z
      .union([
        z.literal("off"),
        z.strictObject({
          auditRetentionDays: retentionDays.default(DEFAULTS.execAuditRetentionDays),
          reason: reason.describe("Why people may open a shell in a task, 10 to 200 characters"),
        }),
      ])
      .default(cluster.exec)
      .describe('ECS Exec: "off", or on with a reason and an audit log'),
    logRetentionDays: retentionDays.default(cluster.logRetentionDays),
  })
  .describe("The ECS cluster");
