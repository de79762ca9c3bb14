/** A namespace with a quota, a deployment, a secret, and a custom resource whose kind a Helm release brings. */
import * as kubernetes from "@pulumi/kubernetes";

/** What a test breaks; JSON. */
interface Breakage {
  readonly image?: string;
  readonly cpu?: string;
  readonly hostNetwork?: boolean;
  readonly size?: number | string;
  readonly services?: number;
  readonly widgetVersion?: string;
  readonly force?: boolean;
}

const broken = JSON.parse(process.env.BREAKAGE ?? "{}") as Breakage;
const provider = new kubernetes.Provider("kubernetes", { enableServerSideApply: true });
const namespace = new kubernetes.core.v1.Namespace(
  "shop",
  {
    metadata: {
      name: "shop",
      labels: {
        "pod-security.kubernetes.io/enforce": "baseline",
        "pod-security.kubernetes.io/warn": "baseline",
      },
    },
  },
  { provider },
);
const inside = { provider, dependsOn: [namespace] };

new kubernetes.core.v1.ResourceQuota(
  "limits",
  { metadata: { name: "limits", namespace: "shop" }, spec: { hard: { services: "1", "requests.cpu": "100000m" } } },
  inside,
);
new kubernetes.core.v1.Secret(
  "token",
  { metadata: { name: "token", namespace: "shop" }, stringData: { token: "open-sesame" } },
  inside,
);
const labels = { app: "web" };
const annotations = { "pulumi.com/timeoutSeconds": "6", "pulumi.com/patchForce": String(broken.force ?? false) };
const requests = { cpu: broken.cpu ?? "1000m", memory: "0.5Gi" };
const containers = [{ name: "web", image: broken.image ?? "registry.example.dev/web:1.0.0", resources: { requests } }];
new kubernetes.apps.v1.Deployment(
  "web",
  {
    metadata: { name: "web", namespace: "shop", labels, annotations },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers, hostNetwork: broken.hostNetwork } },
    },
  },
  inside,
);
for (let index = 0; index < (broken.services ?? 1); index++) {
  const ports = [{ port: 80, targetPort: 8080 }];
  const metadata = { name: `web-${index}`, namespace: "shop" };
  new kubernetes.core.v1.Service(`web-${index}`, { metadata, spec: { selector: labels, ports } }, inside);
}
const chart = new kubernetes.helm.v3.Release(
  "widgets",
  { chart: "widgets", version: "1.0.0", repositoryOpts: { repo: "https://charts.example.dev" }, namespace: "shop" },
  inside,
);
new kubernetes.apiextensions.CustomResource(
  "widget",
  {
    apiVersion: `example.dev/${broken.widgetVersion ?? "v1"}`,
    kind: "Widget",
    metadata: { name: "first", namespace: "shop" },
    spec: { size: broken.size ?? 3 },
  },
  { provider, dependsOn: [chart] },
);

export const kubeconfig = process.env.KUBECONFIG ?? "none";
