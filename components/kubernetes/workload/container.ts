import { NON_ROOT_ID } from "@pyairtable/kubernetes-facts";
import { cpuQuantity, memoryQuantity } from "../shared/index.ts";
import { environmentOf } from "./environment.ts";
import { PORT_NAME } from "./metadata.ts";
import { probesOf } from "./probes.ts";
import type { WorkloadRecord } from "./record.ts";

/** The one container of a pod. It passes the `restricted` Pod Security Standard, and its root file system is read-only. */
export function containerOf(record: WorkloadRecord) {
  const { container, drain } = record;
  const memory = memoryQuantity(container.requests.memoryMiB);
  return {
    name: record.service,
    image: container.image,
    // A pinned tag does not change; asking the registry at each start would make it a dependency of each start.
    imagePullPolicy: "IfNotPresent",
    ...(container.command.length > 0 ? { command: [...container.command] } : {}),
    ports: [{ name: PORT_NAME, containerPort: container.port, protocol: "TCP" }],
    env: environmentOf(record),
    resources: {
      requests: { cpu: cpuQuantity(container.requests.cpuMillicores), memory },
      limits: { memory },
    },
    ...probesOf(record),
    // Slept by the kubelet, so the image needs no shell. Endpoints go meanwhile, and SIGTERM finds fewer callers.
    lifecycle: { preStop: { sleep: { seconds: drain.preStopSeconds } } },
    securityContext: {
      runAsNonRoot: true,
      runAsUser: NON_ROOT_ID,
      runAsGroup: NON_ROOT_ID,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    },
    volumeMounts: [{ name: "tmp", mountPath: "/tmp" }],
  };
}
