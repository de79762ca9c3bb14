import assert from "node:assert/strict";
import { deploymentManifest, rolloutOf } from "./deployment.ts";
import { normalise } from "./normalise.ts";
import { internalArgs, recordOf, TAGS, workerArgs } from "./test-world.ts";

const manifestOf = (over = {}) => deploymentManifest(recordOf(over));
const podOf = (over = {}) => manifestOf(over).spec.template.spec;
const containerOf = (over = {}) => podOf(over).containers[0]!;

describe("Deployment", () => {
  it("pitfall 17: never says replicas, since an autoscaler owns them", () => {
    assert.ok(!("replicas" in manifestOf().spec));
  });

  it("is named as the service, and selects its pods by one label that each carries", () => {
    const { metadata, spec } = manifestOf();
    assert.deepEqual([metadata.name, metadata.namespace], ["record-service", "pyairtable-records"]);
    assert.deepEqual(spec.selector.matchLabels, { "app.kubernetes.io/name": "record-service" });
    for (const labels of [metadata.labels, spec.template.metadata.labels]) {
      assert.equal(labels["app.kubernetes.io/name"], "record-service");
      assert.equal(labels["pyairtable.io/cost-center"], TAGS.CostCenter);
      assert.equal(labels["pyairtable.io/tier"], "critical");
    }
  });

  it("keeps every old pod until a new one is ready, where there are callers", () => {
    assert.deepEqual(rolloutOf(recordOf()), { maxUnavailable: 0, maxSurge: "25%" });
  });

  it("takes old pods first where there are none, but never more than half", () => {
    assert.deepEqual(rolloutOf(normalise(workerArgs())), { maxUnavailable: "50%", maxSurge: 0 });
    const third = recordOf({ rollout: { minimumHealthyPercent: 70 } });
    assert.deepEqual(rolloutOf(third), { maxUnavailable: "30%", maxSurge: 0 });
  });

  it("gives up on a rollout within the ten minutes Pulumi waits", () => {
    const { progressDeadlineSeconds } = manifestOf({ startupSeconds: 300 }).spec;
    assert.ok(progressDeadlineSeconds > 300 && progressDeadlineSeconds <= 600);
  });

  it("passes the restricted Pod Security Standard, on a read-only root", () => {
    const pod = podOf();
    const { securityContext } = containerOf();
    assert.equal(pod.securityContext.runAsNonRoot, true);
    assert.equal(pod.securityContext.seccompProfile.type, "RuntimeDefault");
    assert.deepEqual(securityContext.capabilities, { drop: ["ALL"] });
    assert.equal(securityContext.allowPrivilegeEscalation, false);
    assert.equal(securityContext.readOnlyRootFilesystem, true);
    assert.ok(securityContext.runAsNonRoot && securityContext.runAsUser > 0 && securityContext.runAsGroup > 0);
    assert.deepEqual(pod.volumes, [{ name: "tmp", emptyDir: { sizeLimit: "512Mi" } }]);
    assert.deepEqual(containerOf().volumeMounts, [{ name: "tmp", mountPath: "/tmp" }]);
  });

  it("carries no token and no variables of other Services", () => {
    const pod = podOf();
    assert.equal(pod.automountServiceAccountToken, false);
    assert.equal(pod.enableServiceLinks, false);
    assert.equal(pod.serviceAccountName, "record-service");
  });

  it("limits memory to what it asks for, and CPU not at all", () => {
    assert.deepEqual(containerOf().resources, {
      requests: { cpu: "500m", memory: "1Gi" },
      limits: { memory: "1Gi" },
    });
  });

  it("names a priority class only where one is given", () => {
    assert.ok(!("priorityClassName" in podOf()));
    assert.equal(podOf({ priorityClass: "pyairtable-critical" }).priorityClassName, "pyairtable-critical");
  });

  it("passes a command on only where one is given", () => {
    assert.ok(!("command" in containerOf()));
    assert.deepEqual(containerOf({ command: ["node", "worker.js"] }).command, ["node", "worker.js"]);
  });

  it("puts the registry before a bare image", () => {
    assert.equal(
      containerOf({ registry: "registry.example" }).image,
      "registry.example/pyairtable/record-service:1.8.2",
    );
    assert.equal(containerOf().image, "pyairtable/record-service:1.8.2");
  });
});

describe("how a pod leaves", () => {
  const drain = { lbWaitSeconds: 30, inFlightSeconds: 25 };
  const leaving = { drain, gracePeriodSeconds: 90, preStopSeconds: 8 };
  const variables = () =>
    Object.fromEntries(containerOf(leaving).env.map((one) => [one.name, "value" in one && one.value]));

  it("sleeps without a shell, within the grace period", () => {
    assert.deepEqual(containerOf(leaving).lifecycle, { preStop: { sleep: { seconds: 8 } } });
    assert.equal(podOf(leaving).terminationGracePeriodSeconds, 90);
  });

  it("tells the process what is left of the wait, and when it is killed", () => {
    assert.equal(variables().DRAIN_LB_WAIT_SECONDS, "22");
    assert.equal(variables().DRAIN_IN_FLIGHT_SECONDS, "25");
    assert.equal(variables().DRAIN_STOP_TIMEOUT_SECONDS, "82");
  });

  it("sorts variables, and reads secrets from the service's own Secret by variable", () => {
    const { env } = containerOf({
      variables: { Z: "1", A: "2" },
      secrets: [{ variable: "DATABASE_URL", secretName: "pyairtable/prod/x" }],
    });
    const names = env.map(({ name }) => name);
    assert.deepEqual(names, [...names].sort());
    assert.deepEqual(
      env.find(({ name }) => name === "DATABASE_URL"),
      { name: "DATABASE_URL", valueFrom: { secretKeyRef: { name: "record-service-secrets", key: "DATABASE_URL" } } },
    );
    assert.ok(env.some(({ name }) => name === "PORT"));
    assert.equal(JSON.stringify(env).includes("pyairtable/prod/x"), false);
  });
});

describe("probes", () => {
  it("gives a start all the time stated and more", () => {
    for (const startupSeconds of [0, 25, 300]) {
      const { startupProbe } = containerOf({ startupSeconds });
      assert.ok(startupProbe.periodSeconds * startupProbe.failureThreshold >= startupSeconds + 30);
    }
  });

  it("takes a pod out of traffic within 10 s", () => {
    const { readinessProbe } = containerOf();
    assert.ok(readinessProbe.periodSeconds * readinessProbe.failureThreshold <= 10);
    assert.ok(readinessProbe.timeoutSeconds < readinessProbe.periodSeconds);
    assert.deepEqual(readinessProbe.httpGet, { path: "/health/ready", port: "http" });
  });

  it("kills only after a minute, and never by what readiness asks", () => {
    const { livenessProbe } = containerOf();
    assert.ok(livenessProbe.periodSeconds * livenessProbe.failureThreshold >= 60);
    assert.deepEqual("tcpSocket" in livenessProbe && livenessProbe.tcpSocket, { port: "http" });
    const own = containerOf({ livenessPath: "/health/live" }).livenessProbe;
    assert.deepEqual("httpGet" in own && own.httpGet, { path: "/health/live", port: "http" });
  });
});

describe("internalArgs", () => {
  it("is a service without problems", () => assert.doesNotThrow(() => normalise(internalArgs())));
});
