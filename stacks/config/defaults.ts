/**
 * Every default of the platform's configuration, in this one place.
 *
 * What costs money or opens something is off here; an environment turns it on by name.
 */
export const DEFAULTS = {
  region: "us-east-1",
  zones: 2,
  production: false,
  network: {
    cidr: "10.20.0.0/16",
    nat: "instance",
    interfaceEndpoints: [],
    flowLogs: { enabled: true, retentionDays: 14 },
  },
  edge: {
    certificateArn: null,
    hostedZoneId: null,
    waf: false,
    accessLogs: { enabled: false, retentionDays: 30 },
    deletionProtection: false,
  },
  cluster: {
    // "enabled" charges each metric at the custom-metric price.
    containerInsights: "disabled",
    exec: "off",
    logRetentionDays: 14,
  },
  execAuditRetentionDays: 90,
  spot: { targetShare: 0.7, tolerance: 0.02 },
  workingHours: {
    timeZone: "America/New_York",
    start: "07:00",
    end: "20:00",
    days: ["MON", "TUE", "WED", "THU", "FRI"],
    appliesTo: "tolerant-services",
  },
  kubernetes: {
    mode: "off",
    why: "ECS on Fargate carries all services; an EKS control plane costs extra each month.",
    version: "1.34",
    services: "catalog",
    admins: [],
    context: null,
    ingressClass: null,
    capacityLabel: null,
    addOns: {
      "argo-cd": false,
      "external-secrets": true,
      karpenter: true,
      keda: true,
      "metrics-server": true,
      "network-policy-baseline": true,
      "prometheus-operator": true,
      "vertical-pod-autoscaler": true,
    },
    gitOps: null,
    system: { instanceType: "t4g.medium", count: 2 },
    quotas: {},
  },
  scale: { replicasMax: 10, singleReplica: false, sizeMax: null },
  serviceOverrides: {},
} as const;
