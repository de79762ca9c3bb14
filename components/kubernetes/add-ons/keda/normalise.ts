import { normaliseCommon } from "../common-normalise.ts";
import chart from "../helm-release/data/keda.generated.json" with { type: "json" };
import { normaliseRelease } from "../helm-release/normalise-release.ts";
import { checkEksPlace } from "../pod-identity/check-place.ts";
import type { Reporter } from "../reporter.ts";
import { normaliseSizes } from "../sizes.ts";
import type { KedaArgs, KedaIdentityArgs, KedaRecord } from "./args.ts";
import { kedaValues } from "./values.ts";

/** Args to record; throws one `UserError` with all problems. */
export function normaliseKeda(args: KedaArgs): KedaRecord {
  return normaliseRelease({ component: "Keda", chart, recordOf: kedaRecord, valuesOf: kedaValues }, args);
}

/** Args with defaults; what is wrong with them goes to `report`. */
export function kedaRecord(args: KedaArgs, report: Reporter): KedaRecord {
  const record: KedaRecord = {
    ...normaliseCommon("keda", args, report),
    sizes: normaliseSizes("keda", args.sizes, report),
    identity: args.identity ?? null,
    readsSecrets: args.readsSecrets ?? null,
  };
  if (record.identity !== null) checkIdentity(record.identity, report);
  if (record.readsSecrets !== null) report.reason("readsSecrets.why", record.readsSecrets.why);
  return record;
}

function checkIdentity(identity: KedaIdentityArgs, report: Reporter): void {
  checkEksPlace("identity", identity, report);
  report.unless(identity.queueNames.length > 0, {
    code: "queues",
    path: "identity.queueNames",
    got: identity.queueNames,
    wanted: "at least one queue",
    fix: "Leave identity out where no queue counts.",
  });
  for (const [index, queue] of identity.queueNames.entries())
    report.unless(/^[A-Za-z0-9_-]{1,80}(\.fifo)?$/.test(queue), {
      code: "queues",
      path: `identity.queueNames[${index}]`,
      got: queue,
      wanted: "the name of an SQS queue",
      fix: "Give the name, not the URL or the ARN.",
    });
}
