import { type Case, PRODUCTION } from "../edits.ts";

const certificate = (region: string) =>
  `arn:aws:acm:${region}:123456789012:certificate/12345678-1234-1234-1234-123456789012`;
const ENDPOINTS = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "sqs"];
const CIDR = "platform.network.cidr";

/** What is wrong between properties that are right one by one. */
export const betweenCases: readonly Case[] = [
  ["more zones than the region has", { region: "us-west-1", zones: 3 }, "config.zones platform.zones"],
  ["zone of another region", { zones: ["us-east-1a", "us-west-2b"] }, "config.zones platform.zones[1]"],
  ["zone by letter", { zones: ["a", "b"] }, "config.zones platform.zones[0]", "config.zones platform.zones[1]"],
  ["zone twice", { zones: ["us-east-1a", "us-east-1a"] }, "config.duplicate platform.zones[1]"],
  ["octet of 300", { "network.cidr": "10.300.0.0/16" }, `config.cidr ${CIDR}`],
  ["leading zero", { "network.cidr": "010.0.0.0/16" }, `config.cidr ${CIDR}`],
  ["prefix of 64", { "network.cidr": "10.0.0.0/64" }, `config.cidr ${CIDR}`],
  ["address inside the block", { "network.cidr": "10.20.1.0/16" }, `config.cidr ${CIDR}`],
  ["block above /16", { "network.cidr": "10.0.0.0/8" }, `config.cidr-size ${CIDR}`],
  ["block below /24", { "network.cidr": "10.0.0.0/28" }, `config.cidr-size ${CIDR}`],
  ["block too small for six zones", { zones: 6, "network.cidr": "10.0.0.0/24" }, `config.cidr-size ${CIDR}`],
  ["public block", { "network.cidr": "8.8.0.0/16" }, `config.cidr-private ${CIDR}`],
  ["block beyond 172.31", { "network.cidr": "172.32.0.0/16" }, `config.cidr-private ${CIDR}`],
  ["public and inside", { "network.cidr": "8.8.8.0/16" }, `config.cidr ${CIDR}`, `config.cidr-private ${CIDR}`],
  [
    "no nat, no endpoints",
    { "network.nat": "none" },
    "config.endpoints-without-nat platform.network.interfaceEndpoints",
  ],
  [
    "no nat, one endpoint short",
    { "network.nat": "none", "network.interfaceEndpoints": ENDPOINTS.slice(1) },
    "config.endpoints-without-nat platform.network.interfaceEndpoints",
  ],
  [
    "no nat, exec without its endpoint",
    { "network.nat": "none", "network.interfaceEndpoints": ENDPOINTS, "cluster.exec": { reason: "audited debugging" } },
    "config.endpoints-without-nat platform.network.interfaceEndpoints",
  ],
  [
    "endpoint twice",
    { "network.interfaceEndpoints": ["logs", "logs"] },
    "config.duplicate platform.network.interfaceEndpoints[1]",
  ],
  ["neither certificate nor zone", { "edge.hostedZoneId": undefined }, "config.certificate platform.edge"],
  [
    "certificate of another region",
    { "edge.certificateArn": certificate("eu-west-1") },
    "config.certificate-region platform.edge.certificateArn",
  ],
  ["alert rings every day", { "budget.dailyAlertUsd": 8 }, "config.daily-alert platform.budget.dailyAlertUsd"],
  ["alert above the month", { "budget.dailyAlertUsd": 251 }, "config.daily-alert platform.budget.dailyAlertUsd"],
  [
    "hours reversed",
    { "workingHours.start": "20:00", "workingHours.end": "07:00" },
    "config.hours-reversed platform.workingHours.end",
  ],
  ["hours empty", { "workingHours.end": "08:00" }, "config.hours-reversed platform.workingHours.end"],
  ["day twice", { "workingHours.days": ["MON", "MON"] }, "config.duplicate platform.workingHours.days[1]"],
  ["zone abbreviated", { "workingHours.timeZone": "EST" }, "config.time-zone platform.workingHours.timeZone"],
  ["zone an offset", { "workingHours.timeZone": "+02:00" }, "config.time-zone platform.workingHours.timeZone"],
  [
    "zone of nowhere",
    { "workingHours.timeZone": "Europe/Atlantis" },
    "config.time-zone platform.workingHours.timeZone",
  ],
  ["zone as a path", { "workingHours.timeZone": "../etc/passwd" }, "config.time-zone platform.workingHours.timeZone"],
  ["kubernetes without a reason", { "kubernetes.mode": "existing" }, "config.kubernetes-why platform.kubernetes.why"],
  [
    "Argo CD with nothing to deploy",
    { kubernetes: { mode: "existing", why: "because it is wanted", addOns: { "argo-cd": true } } },
    "config.git-ops platform.kubernetes.gitOps",
  ],
  [
    "cluster without an administrator",
    { kubernetes: { mode: "eks", why: "because it is wanted" } },
    "config.kubernetes-admins platform.kubernetes.admins",
  ],
  [
    "override minimum above maximum",
    { "serviceOverrides.a": { replicasMin: 2, replicasMax: 1 } },
    "config.replicas platform.serviceOverrides.a.replicasMin",
  ],
  [
    "override above the cap",
    { "serviceOverrides.a": { replicasMax: 3 } },
    "config.replicas platform.serviceOverrides.a.replicasMax",
  ],
  ["production in two zones", { ...PRODUCTION, zones: 2 }, "config.production platform.zones"],
  [
    "production unguarded",
    { ...PRODUCTION, "edge.deletionProtection": false },
    "config.production platform.edge.deletionProtection",
  ],
  [
    "production without access logs",
    { ...PRODUCTION, "edge.accessLogs": {} },
    "config.production platform.edge.accessLogs.enabled",
  ],
  [
    "production with short logs",
    { ...PRODUCTION, "cluster.logRetentionDays": 7 },
    "config.production platform.cluster.logRetentionDays",
  ],
  [
    "production all asleep",
    { ...PRODUCTION, "workingHours.appliesTo": "all-services" },
    "config.production platform.workingHours.appliesTo",
  ],
  [
    "production with single tasks",
    { ...PRODUCTION, scale: { singleReplica: true } },
    "config.production platform.scale.singleReplica",
  ],
  [
    "a wrong section hides no other",
    { region: "mars-1", "budget.monthlyUsd": "1", "network.cidr": "8.8.0.0/16", "workingHours.end": "07:00" },
    "config.value platform.region",
    "config.type platform.budget.monthlyUsd",
    `config.cidr-private ${CIDR}`,
    "config.hours-reversed platform.workingHours.end",
  ],
];
