import { knownRegions } from "@pyairtable/aws-facts";
import type { Backend, Instance } from "../backend.ts";
import type { FaultInjector } from "../faults.ts";
import type { Ledger } from "../ledger.ts";
import { PackageTypes } from "../schema/package-types.ts";
import { isObject, isUnknown, type Properties, text, type Value } from "../values.ts";
import type { Violation } from "../violation.ts";
import { AwsInstance } from "./instance.ts";
import { RunMemory } from "./run-memory.ts";

export interface AwsOptions {
  readonly ledger: Ledger;
  readonly faults: FaultInjector;
  readonly accountId: string;
  /** Used when neither the program nor its configuration names a region. */
  readonly region?: string;
}

/** What a provider instance was configured with. */
export interface AwsSettings {
  readonly accountId: string;
  readonly region: string;
  readonly defaultTags: Properties;
}

export function awsBackend(options: AwsOptions): Backend {
  const types = new PackageTypes("@pulumi/aws");
  const run = new RunMemory();
  return {
    version: types.version,
    checkConfig: (inputs) => checkRegion(inputs.region ?? options.region),
    configure(inputs): Instance {
      const settings: AwsSettings = {
        accountId: options.accountId,
        region: text(inputs.region) ?? options.region ?? "us-east-1",
        defaultTags: defaultTagsOf(inputs.defaultTags),
      };
      return new AwsInstance({ types, run, settings, ledger: options.ledger, faults: options.faults });
    },
  };
}

function checkRegion(region: Value | undefined): Violation[] {
  const wanted = "an AWS region such as us-east-1, from the aws:region configuration or the provider's `region`";
  if (region === undefined) return [{ path: "region", got: region, wanted, message: "Missing region configuration" }];
  if (isUnknown(region) || (typeof region === "string" && knownRegions().includes(region))) return [];
  return [{ path: "region", got: region, wanted, message: "Invalid AWS Region" }];
}

/** Nested provider settings travel as JSON text. */
function defaultTagsOf(setting: Value | undefined): Properties {
  const parsed: Value | undefined =
    typeof setting === "string" && setting.startsWith("{") ? JSON.parse(setting) : setting;
  return isObject(parsed) && isObject(parsed.tags) ? parsed.tags : {};
}
