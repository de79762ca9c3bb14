import type { NodePoolPlan } from "@pyairtable/plan";
import { checkPlace, type Reporter } from "../../../shared/index.ts";
import { isDnsLabel } from "../../shared/index.ts";
import { checkZones } from "../checks.ts";
import type { KarpenterArgs, KarpenterRecord } from "./args.ts";
import { KARPENTER_VERSION, supportsKubernetes } from "./versions.ts";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Everything wrong with Karpenter's args. */
export function checkKarpenter(record: KarpenterRecord, args: KarpenterArgs, report: Reporter): void {
  checkPlace(record, report);
  checkZones(record.zones, report);
  report.unless(supportsKubernetes(args.kubernetesVersion), {
    code: "karpenter-version",
    path: "kubernetesVersion",
    got: args.kubernetesVersion,
    wanted: `a version that Karpenter ${KARPENTER_VERSION} supports`,
    fix: "Raise Karpenter in karpenter/data/karpenter.json first, then the cluster.",
  });
  report.wholeNumber("systemNodes", args.systemNodes, 1, 9, "nodes");
  report.wholeNumber("diskGiB", record.diskGiB, 20, 1000, "GiB");
  report.wholeNumber("drainMinutes", record.drainMinutes, 5, 120, "minutes");
  report.unless(record.architectures.length > 0, {
    code: "architecture",
    path: "architectures",
    got: record.architectures,
    wanted: "arm64, x86_64 or both",
    fix: "Name what the images are built for.",
  });
  checkWorkingHours(record, report);
  checkPools(record.pools, report);
}

function checkWorkingHours({ workingHours }: KarpenterRecord, { unless }: Reporter): void {
  if (workingHours === null) return;
  const { timeZone, start, end, days } = workingHours;
  unless(TIME.test(start) && TIME.test(end) && start !== end && days.length > 0 && isTimeZone(timeZone), {
    code: "working-hours",
    path: "workingHours",
    got: workingHours,
    wanted: "an IANA time zone, start and end as HH:MM, at least one day",
    fix: "Correct the hours, or leave them out.",
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function checkPools(pools: readonly NodePoolPlan[], report: Reporter): void {
  const names = pools.map(({ name }) => name);
  report.unless(names.length > 0 && new Set(names).size === names.length && names.every(isDnsLabel), {
    code: "pool-name",
    path: "pools",
    got: names,
    wanted: "at least one pool, each with a DNS label of its own",
    fix: "Name each pool once.",
  });
  for (const [index, pool] of pools.entries()) {
    const path = `pools[${index}]`;
    report.wholeNumber(`${path}.weight`, pool.weight, 1, 100, "weight");
    report.wholeNumber(`${path}.expireAfterDays`, pool.expireAfterDays, 1, 90, "days");
    report.number(`${path}.limits.vcpu`, pool.limits.vcpu, 1, 10_000, "vCPU");
    report.number(`${path}.limits.memoryGiB`, pool.limits.memoryGiB, 1, 100_000, "GiB");
    const { instanceCategories } = pool;
    report.unless(instanceCategories.length > 0 && instanceCategories.every((category) => /^[a-z]+$/.test(category)), {
      code: "instance-category",
      path: `${path}.instanceCategories`,
      got: instanceCategories,
      wanted: "EC2 categories, such as c, m, r",
      fix: "Name at least one; Spot lives from many.",
    });
  }
}
