import { fargateCpuUnits, fargateMemoryMiB, isFargatePair, STOP_TIMEOUT_SECONDS_MAX } from "@pyairtable/aws-facts";
import { checkPlace } from "../shared/index.ts";
import type { ServiceRecord } from "./record.ts";
import type { Reporter } from "./reporter.ts";

/** Who it is, how big, how many, where placed, how it stops. */
export function checkShape(record: ServiceRecord, report: Reporter): void {
  checkPlace(record, report);
  checkNames(record, report);
  checkSize(record, report);
  checkPlacement(record, report);
  checkDrain(record, report);
}

function checkNames(record: ServiceRecord, { unless }: Reporter): void {
  const name = (path: string, got: string, pattern: RegExp, wanted: string) =>
    unless(pattern.test(got), { code: "name", path, got, wanted, fix: `Rename ${path}.` });
  name(
    "service",
    record.service,
    /^(?=.{2,32}$)[a-z](?:-?[a-z0-9])+$/,
    "2 to 32 of a-z 0-9 and single hyphens, a letter first",
  );
  name("clusterName", record.clusterName, /^[A-Za-z0-9_-]{1,255}$/, "1 to 255 letters, digits, - and _");
  name("namespaceName", record.namespaceName, /^[A-Za-z0-9._-]{1,127}$/, "a Service Connect namespace name");
}

function checkSize({ cpuUnits, memoryMiB, architecture, ephemeralStorageGiB }: ServiceRecord, report: Reporter): void {
  const sizes = fargateMemoryMiB(cpuUnits);
  report.unless(sizes.length > 0, {
    code: "size",
    path: "cpuUnits",
    got: cpuUnits,
    wanted: `one of ${fargateCpuUnits().join(", ")}`,
    fix: "Pick a Fargate CPU size, in units (1024 is one vCPU).",
  });
  report.unless(sizes.length === 0 || isFargatePair(cpuUnits, memoryMiB), {
    code: "size",
    path: "memoryMiB",
    got: memoryMiB,
    wanted: `with ${cpuUnits} CPU units: ${sizes[0]} to ${sizes.at(-1)} MiB in Fargate's steps`,
    fix: "Pick a memory size of that row, in MiB.",
  });
  report.unless(architecture === "arm64" || architecture === "x86_64", {
    code: "architecture",
    path: "architecture",
    got: architecture,
    wanted: "arm64 or x86_64",
    fix: "Use arm64 unless the image exists for x86 only.",
  });
  if (ephemeralStorageGiB !== null) report.wholeNumber("ephemeralStorageGiB", ephemeralStorageGiB, 21, 200, "GiB");
}

function checkPlacement({ replicas, placement, scaling, offHours }: ServiceRecord, report: Reporter): void {
  report.wholeNumber("replicas.min", replicas.min, scaling.ownedBy === "external" ? 0 : 1, 1000, "tasks");
  report.wholeNumber("replicas.max", replicas.max, 1, 5000, "tasks");
  report.unless(!(replicas.min > replicas.max), {
    code: "replicas",
    path: "replicas",
    got: replicas,
    wanted: "min not above max",
    fix: "Raise replicas.max or lower replicas.min.",
  });
  const { onDemandBase, onDemandWeight, spotWeight } = placement;
  report.wholeNumber("placement.onDemandBase", onDemandBase, 0, 100000, "tasks");
  report.wholeNumber("placement.onDemandWeight", onDemandWeight, 0, 1000, "(weight)");
  report.wholeNumber("placement.spotWeight", spotWeight, 0, 1000, "(weight)");
  report.unless(onDemandWeight + spotWeight > 0, {
    code: "placement",
    path: "placement",
    got: placement,
    wanted: "at least one weight above 0: a base alone places no further task",
    fix: "Set onDemandWeight or spotWeight to 1.",
  });
  if (offHours === null) return;
  report.wholeNumber("offHours.replicas", offHours.replicas, 0, Math.max(0, replicas.max), "tasks");
  for (const key of ["sleepCron", "wakeCron"] as const)
    report.unless(/^cron\(\S+ \S+ \S+ \S+ \S+ \S+\)$/.test(offHours[key]), {
      code: "schedule",
      path: `offHours.${key}`,
      got: offHours[key],
      wanted: "cron(minute hour day month weekday year)",
      fix: "Write the six fields of an Application Auto Scaling cron expression.",
    });
}

function checkDrain({ drain }: ServiceRecord, report: Reporter): void {
  const { lbWaitSeconds, inFlightSeconds, stopTimeoutSeconds, deregistrationDelaySeconds } = drain;
  report.wholeNumber("drain.lbWaitSeconds", lbWaitSeconds, 0, STOP_TIMEOUT_SECONDS_MAX, "seconds");
  report.wholeNumber("drain.inFlightSeconds", inFlightSeconds, 0, STOP_TIMEOUT_SECONDS_MAX, "seconds");
  report.wholeNumber("drain.stopTimeoutSeconds", stopTimeoutSeconds, 2, STOP_TIMEOUT_SECONDS_MAX, "seconds");
  report.wholeNumber("drain.deregistrationDelaySeconds", deregistrationDelaySeconds, 0, 3600, "seconds");
  report.unless(stopTimeoutSeconds >= lbWaitSeconds + inFlightSeconds + 5, {
    code: "drain",
    path: "drain.stopTimeoutSeconds",
    got: stopTimeoutSeconds,
    wanted: `at least ${lbWaitSeconds + inFlightSeconds + 5} seconds: wait, in flight, and 5 to close`,
    fix: "Raise stopTimeoutSeconds or shorten the drain.",
  });
  report.unless(deregistrationDelaySeconds < stopTimeoutSeconds, {
    code: "drain",
    path: "drain.deregistrationDelaySeconds",
    got: deregistrationDelaySeconds,
    wanted: `below stopTimeoutSeconds (${stopTimeoutSeconds}): a Spot task is killed then`,
    fix: "Lower deregistrationDelaySeconds to 30–60.",
  });
}
