import assert from "node:assert/strict";
import type { ServiceArgs } from "./args.ts";
import { containerDefinitions } from "./container-definitions.ts";
import { taskVolumes } from "./container-volumes.ts";
import { normalise } from "./normalise.ts";
import { taskDefinitionArgs } from "./task-definition.ts";
import { internalArgs } from "./test-world.ts";

// biome-ignore lint/suspicious/noExplicitAny: the ECS API's JSON is read by path here
const containers = (over: Partial<ServiceArgs> = {}): any[] => containerDefinitions(normalise(internalArgs(over)));
const main = (over: Partial<ServiceArgs> = {}) => containers(over)[0];
const sidecar = { name: "otel", image: "otel/collector:0.99.0", cpuUnits: 64, memoryMiB: 128 };

describe("container definitions", () => {
  it("are hardened: numbered user, read-only root, no capability, an init, one digest", () => {
    const container = main();
    assert.equal(container.user, "10001:10001");
    assert.equal(container.readonlyRootFilesystem, true);
    assert.equal(container.privileged, false);
    assert.deepEqual(container.linuxParameters, { initProcessEnabled: true, capabilities: { drop: ["ALL"] } });
    assert.equal(container.versionConsistency, "enabled");
    assert.deepEqual(container.mountPoints, [{ sourceVolume: "tmp", containerPath: "/tmp", readOnly: false }]);
  });

  it("pitfall 5: stop later than wait + in flight + 5, and tell the process its times", () => {
    const { stopTimeout, environment } = main();
    const value = (name: string) => Number(environment.find((entry: { name: string }) => entry.name === name).value);
    assert.equal(value("DRAIN_STOP_TIMEOUT_SECONDS"), stopTimeout);
    assert.ok(stopTimeout >= value("DRAIN_LB_WAIT_SECONDS") + value("DRAIN_IN_FLIGHT_SECONDS") + 5);
    assert.ok(stopTimeout <= 120);
    assert.equal(value("PORT"), 8080);
  });

  it("are checked from inside, three failures at ten seconds, not before they had time to start", () => {
    assert.deepEqual(main({ startupSeconds: 45 }).healthCheck, {
      command: ["CMD-SHELL", "wget -q -T 2 -O /dev/null http://127.0.0.1:8080/health || exit 1"],
      interval: 10,
      timeout: 3,
      retries: 3,
      startPeriod: 45,
    });
    assert.deepEqual(main({ healthCommand: ["CMD", "/check"] }).healthCheck.command, ["CMD", "/check"]);
  });

  it("may open 65536 files", () => {
    assert.deepEqual(main().ulimits, [{ name: "nofile", softLimit: 65536, hardLimit: 65536 }]);
  });

  it("name the port for Service Connect as http", () => {
    assert.deepEqual(main().portMappings, [
      { name: "http", containerPort: 8080, hostPort: 8080, protocol: "tcp", appProtocol: "http" },
    ]);
  });

  it("refer to secrets, never hold them", () => {
    const { secrets, environment } = main({ secrets: [{ variable: "DB_URL", secretName: "prod/db" }] });
    assert.deepEqual(secrets, [
      { name: "DB_URL", valueFrom: "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db" },
    ]);
    assert.ok(!environment.some(({ name }: { name: string }) => name === "DB_URL"));
  });

  it("log without blocking, into their own group", () => {
    assert.deepEqual(main().logConfiguration, {
      logDriver: "awslogs",
      options: {
        "awslogs-group": "/pyairtable/prod/record-service",
        "awslogs-region": "us-east-1",
        "awslogs-stream-prefix": "record-service",
        mode: "non-blocking",
        "max-buffer-size": "25m",
      },
    });
  });

  it("route lines through FireLens by choice, the router's own to the group", () => {
    const router = { image: "public.ecr.aws/fluent/bit:3.0.1", options: { Name: "cloudwatch" } };
    const [service, log] = containers({ logs: { router } });
    assert.deepEqual(service.logConfiguration, { logDriver: "awsfirelens", options: { Name: "cloudwatch" } });
    assert.equal(log.firelensConfiguration.type, "fluentbit");
    assert.equal(log.logConfiguration.logDriver, "awslogs");
    assert.equal(log.image, router.image);
  });

  it("harden sidecars alike and give them their share", () => {
    const [, second] = containers({ sidecars: [sidecar] });
    assert.deepEqual([second.cpu, second.memory, second.essential], [64, 128, false]);
    assert.equal(second.readonlyRootFilesystem, true);
    assert.equal(second.user, "10001:10001");
    assert.equal(second.image, "otel/collector:0.99.0");
  });

  it("give exec's agent folders of its own in each container, only where exec is on", () => {
    const exec = { why: "one incident needs a shell", statements: [] };
    const [first, second] = containers({ exec, sidecars: [sidecar] });
    assert.deepEqual(
      second.mountPoints.map((mount: { containerPath: string }) => mount.containerPath),
      ["/managed-agents", "/var/lib/amazon/ssm", "/var/log/amazon/ssm"],
    );
    const record = normalise(internalArgs({ exec, sidecars: [sidecar] }));
    const volumes = taskVolumes(record, internalArgs().wiring) as { name: string }[];
    const mounted = [...first.mountPoints, ...second.mountPoints].map((mount) => mount.sourceVolume);
    assert.deepEqual(volumes.map(({ name }) => name).sort(), mounted.sort());
  });

  it("restart in place only by choice", () => {
    assert.equal(main().restartPolicy, undefined);
    const restart = { ignoredExitCodes: [0], afterSeconds: 60 };
    assert.deepEqual(main({ restart }).restartPolicy, {
      enabled: true,
      ignoredExitCodes: [0],
      restartAttemptPeriod: 60,
    });
  });

  it("write a root file system only with a reason", () => {
    assert.equal(main({ writableRoot: { why: "vendor image writes its cache" } }).readonlyRootFilesystem, false);
  });

  it("do not change with the order of variables", () => {
    assert.deepEqual(main({ variables: { A: "1", B: "2" } }), main({ variables: { B: "2", A: "1" } }));
  });
});

describe("task definition", () => {
  const args = (over: Partial<ServiceArgs> = {}) => {
    const input = internalArgs(over);
    return taskDefinitionArgs(normalise(input), input.wiring, { executionRoleArn: "e", taskRoleArn: "t" });
  };

  it("is for Fargate on ARM64 unless told otherwise", () => {
    const task = args();
    assert.deepEqual(task.requiresCompatibilities, ["FARGATE"]);
    assert.deepEqual(task.runtimePlatform, { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" });
    assert.deepEqual([task.cpu, task.memory, task.networkMode], ["256", "512", "awsvpc"]);
    assert.equal(task.family, "pyairtable-prod-record-service");
    const x86 = args({ architecture: "x86_64" });
    assert.deepEqual(x86.runtimePlatform, { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" });
  });

  it("takes fault injection and a larger disk by choice", () => {
    assert.equal(args().enableFaultInjection, false);
    assert.equal(args().ephemeralStorage, undefined);
    const chosen = args({ faultInjection: { why: "game day in staging" }, ephemeralStorageGiB: 50 });
    assert.equal(chosen.enableFaultInjection, true);
    assert.deepEqual(chosen.ephemeralStorage, { sizeInGib: 50 });
  });

  it("mounts EFS through its access point, encrypted, and an EBS volume at launch", () => {
    const base = internalArgs();
    const task = args({
      volumes: {
        efs: [{ name: "shared", mountPath: "/shared" }],
        ebs: { name: "data", mountPath: "/data", sizeGiB: 10 },
      },
      wiring: { ...base.wiring, fileSystems: { shared: { fileSystemId: "fs-1", accessPointId: "fsap-1" } } },
    });
    assert.deepEqual(task.volumes, [
      { name: "tmp" },
      {
        name: "shared",
        efsVolumeConfiguration: {
          fileSystemId: "fs-1",
          transitEncryption: "ENABLED",
          authorizationConfig: { accessPointId: "fsap-1", iam: "ENABLED" },
        },
      },
      { name: "data", configureAtLaunch: true },
    ]);
  });
});
