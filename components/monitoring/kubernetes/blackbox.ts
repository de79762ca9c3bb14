import type { DeploymentArgs } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { PORTS } from "../config/ports.ts";
import { imageOf } from "../images.ts";
import { WORKLOADS } from "./names.ts";
import { CONTAINER_SECURITY, metadataOf, podTemplate, probed, selectorOf } from "./pods.ts";
import type { KubernetesRecord } from "./record.ts";
import { resourcesOf } from "./sizes.ts";

const USER = 65_534;

/** Asks every health endpoint from outside its pod; the image's own configuration has the module. */
export function blackboxDeployment(record: KubernetesRecord): DeploymentArgs {
  const { plan, images } = record;
  const name = WORKLOADS.blackbox;
  const metadata = metadataOf(plan, name);
  return {
    metadata,
    spec: {
      replicas: 1,
      revisionHistoryLimit: 3,
      selector: selectorOf(name),
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: podTemplate(record, name, USER, {
        containers: [
          {
            name,
            image: imageOf("blackboxExporter", images),
            args: ["--config.file=/etc/blackbox_exporter/config.yml", `--web.listen-address=:${PORTS.blackbox}`],
            ports: [{ name: "http", containerPort: PORTS.blackbox }],
            resources: resourcesOf("blackbox-exporter"),
            securityContext: CONTAINER_SECURITY,
            ...probed("/-/healthy", PORTS.blackbox),
          },
        ],
      }),
    },
  };
}
