import type { ServiceArgs } from "./args.ts";
import { LOG_ROUTER } from "./container-logs.ts";
import { isPinned } from "./images.ts";
import type { ServiceRecord } from "./record.ts";
import type { Reporter } from "./reporter.ts";

const RESERVED_VARIABLES = ["PORT", "DRAIN_LB_WAIT_SECONDS", "DRAIN_IN_FLIGHT_SECONDS", "DRAIN_STOP_TIMEOUT_SECONDS"];

/** What runs inside: images, variables, user, sidecars, disks. */
export function checkContainer(record: ServiceRecord, args: ServiceArgs, report: Reporter): void {
  checkImages(record, report);
  checkVariables(record, report);
  checkHardening(record, args, report);
  checkSidecars(record, report);
  checkVolumes(record, args, report);
}

function checkImages({ container, sidecars, logs }: ServiceRecord, { unless }: Reporter): void {
  const images: [path: string, image: string][] = [
    ["image", container.image],
    ...sidecars.map((sidecar, n): [string, string] => [`sidecars[${n}].image`, sidecar.image]),
    ...(logs.router === null ? [] : [["logs.router.image", logs.router.image] as [string, string]]),
  ];
  for (const [path, image] of images)
    unless(isPinned(image), {
      code: "image",
      path,
      got: image,
      wanted: "repository:tag with a tag other than latest, or repository@sha256:digest",
      fix: "Pin the image, so that a restart never changes the code.",
    });
}

function checkVariables({ container }: ServiceRecord, { unless }: Reporter): void {
  const names = [...Object.keys(container.variables), ...container.secrets.map((secret) => secret.variable)];
  for (const [n, name] of names.entries()) {
    const fits = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !RESERVED_VARIABLES.includes(name);
    unless(fits && names.indexOf(name) === n, {
      code: "variable",
      path: n < Object.keys(container.variables).length ? `variables.${name}` : `secrets.${name}`,
      got: name,
      wanted: `a variable name given once, not one of ${RESERVED_VARIABLES.join(", ")}`,
      fix: "Rename the variable.",
    });
  }
  for (const { variable, secretName } of container.secrets)
    unless(/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(secretName) && !/-[A-Za-z0-9]{6}$/.test(secretName), {
      code: "secret",
      path: `secrets.${variable}.secretName`,
      got: secretName,
      wanted: "a Secrets Manager name that does not end in a hyphen and six characters",
      fix: "Give the name, not the ARN; AWS adds the ending itself and would mistake yours for it.",
    });
}

function checkHardening(record: ServiceRecord, args: ServiceArgs, report: Reporter): void {
  const { container } = record;
  report.unless(/^[1-9]\d*(:[1-9]\d*)?$/.test(container.user), {
    code: "user",
    path: "user",
    got: container.user,
    wanted: "uid or uid:gid, numbers above 0",
    fix: "Run as a numbered user that is not root.",
  });
  report.wholeNumber("port", record.port, 1024, 65535, "(port)");
  report.wholeNumber("startupSeconds", record.startupSeconds, 0, 300, "seconds");
  report.wholeNumber("openFiles", container.openFiles, 1024, 1048576, "files");
  report.unless(/^\/[\w\-./~]*$/.test(record.healthPath), {
    code: "path",
    path: "healthPath",
    got: record.healthPath,
    wanted: "a path that starts with / and has no query",
    fix: "Give the path of the health check.",
  });
  report.unless(["CMD", "CMD-SHELL"].includes(container.healthCommand[0] ?? ""), {
    code: "health-command",
    path: "healthCommand",
    got: container.healthCommand,
    wanted: "CMD or CMD-SHELL first, then the command",
    fix: "Put CMD before the arguments.",
  });
  if (!container.readonlyRoot) report.reason("writableRoot.why", args.writableRoot?.why);
  if (record.exec !== null) report.reason("exec.why", record.exec.why);
  if (record.faultInjection) report.reason("faultInjection.why", args.faultInjection?.why);
  if (container.restart !== null)
    report.wholeNumber("restart.afterSeconds", container.restart.afterSeconds, 60, 1800, "seconds");
}

function checkSidecars(record: ServiceRecord, report: Reporter): void {
  const { sidecars, cpuUnits, memoryMiB, service, logs } = record;
  const taken = [service, LOG_ROUTER];
  for (const [n, sidecar] of sidecars.entries()) {
    report.unless(/^[a-z][a-z0-9-]{0,62}$/.test(sidecar.name) && !taken.includes(sidecar.name), {
      code: "sidecar",
      path: `sidecars[${n}].name`,
      got: sidecar.name,
      wanted: `a container name used once, not ${taken.join(" nor ")}`,
      fix: "Rename the sidecar.",
    });
    taken.push(sidecar.name);
    report.wholeNumber(`sidecars[${n}].cpuUnits`, sidecar.cpuUnits, 0, cpuUnits, "CPU units");
    report.wholeNumber(`sidecars[${n}].memoryMiB`, sidecar.memoryMiB, 6, memoryMiB, "MiB");
  }
  const cpu = sidecars.reduce((sum, sidecar) => sum + sidecar.cpuUnits, 0);
  const memory = sidecars.reduce((sum, sidecar) => sum + sidecar.memoryMiB, 0) + (logs.router?.memoryMiB ?? 0);
  report.unless((cpu === 0 || cpu < cpuUnits) && (memory === 0 || memory < memoryMiB), {
    code: "sidecar",
    path: "sidecars",
    got: { cpuUnits: cpu, memoryMiB: memory },
    wanted: `together below the task's ${cpuUnits} CPU units and ${memoryMiB} MiB`,
    fix: "Raise the task's size: its containers share it.",
  });
}

function checkVolumes({ volumes }: ServiceRecord, { wiring }: ServiceArgs, report: Reporter): void {
  const all = [...volumes.efs, ...(volumes.ebs === null ? [] : [volumes.ebs])];
  for (const [n, { name, mountPath }] of all.entries()) {
    const path = `volumes.${name}`;
    report.unless(/^[a-z][a-z0-9-]{0,62}$/.test(name) && name !== "tmp" && !name.startsWith("exec-"), {
      code: "volume",
      path,
      got: name,
      wanted: "a-z 0-9 -, not tmp nor exec-*",
      fix: "Rename the volume.",
    });
    const clash = all.findIndex((other) => other.name === name || other.mountPath === mountPath) !== n;
    report.unless(/^\/\w[\w/.-]*$/.test(mountPath) && mountPath !== "/tmp" && !clash, {
      code: "volume",
      path: `${path}.mountPath`,
      got: mountPath,
      wanted: "an absolute path of its own, not / nor /tmp",
      fix: "Mount each volume at its own path.",
    });
  }
  for (const { name } of volumes.efs)
    report.unless(wiring.fileSystems?.[name] !== undefined, {
      code: "wiring",
      path: `wiring.fileSystems.${name}`,
      got: undefined,
      wanted: "the file system and access point of this volume",
      fix: "Wire the EFS volume.",
    });
  if (volumes.ebs === null) return;
  report.wholeNumber("volumes.ebs.sizeGiB", volumes.ebs.sizeGiB, 1, 16384, "GiB");
  report.wholeNumber("volumes.ebs.iops", volumes.ebs.iops, 3000, 16000, "IOPS");
  report.wholeNumber("volumes.ebs.throughputMiBPerSecond", volumes.ebs.throughputMiBPerSecond, 125, 1000, "MiB/s");
}
