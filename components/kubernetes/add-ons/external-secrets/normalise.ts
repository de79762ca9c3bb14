import { checkName, normaliseCommon } from "../common-normalise.ts";
import chart from "../helm-release/data/external-secrets.generated.json" with { type: "json" };
import { normaliseRelease } from "../helm-release/normalise-release.ts";
import { checkEksPlace } from "../pod-identity/check-place.ts";
import type { Reporter } from "../reporter.ts";
import { normaliseSizes } from "../sizes.ts";
import type { ExternalSecretsArgs, ExternalSecretsRecord, SecretStore } from "./args.ts";
import { externalSecretsValues } from "./values.ts";

/** Args to record; throws one `UserError` with all problems. */
export function normaliseExternalSecrets(args: ExternalSecretsArgs): ExternalSecretsRecord {
  return normaliseRelease(
    { component: "ExternalSecrets", chart, recordOf: externalSecretsRecord, valuesOf: externalSecretsValues },
    args,
  );
}

/** Args with defaults; what is wrong with them goes to `report`. */
export function externalSecretsRecord(args: ExternalSecretsArgs, report: Reporter): ExternalSecretsRecord {
  const store = args.store ?? null;
  const record: ExternalSecretsRecord = {
    ...normaliseCommon("external-secrets", args, report),
    sizes: normaliseSizes("external-secrets", args.sizes, report),
    store: store === null ? null : { ...store, name: store.name ?? "platform" },
  };
  if (record.store !== null) checkStore(record.store, report);
  return record;
}

function checkStore(store: SecretStore, report: Reporter): void {
  checkName("store.name", store.name, report);
  report.unless(store.namespaces.length > 0, {
    code: "store",
    path: "store.namespaces",
    got: store.namespaces,
    wanted: "at least one namespace",
    fix: "Name the namespaces that may read the store; an empty list would mean all of them.",
  });
  for (const [index, namespace] of store.namespaces.entries())
    checkName(`store.namespaces[${index}]`, namespace, report);
  if (store.kind === "aws") checkAws(store, report);
  else if (store.kind === "provider") checkProvider(store, report);
  else
    report.unless(false, {
      code: "store",
      path: "store.kind",
      got: (store as SecretStore).kind,
      wanted: "aws or provider",
      fix: "Pick one.",
    });
}

function checkAws(store: Extract<SecretStore, { kind: "aws" }>, report: Reporter): void {
  checkEksPlace("store.place", store.place, report);
  report.unless(store.secretNames.length > 0, {
    code: "store",
    path: "store.secretNames",
    got: store.secretNames,
    wanted: "at least one secret",
    fix: "Name the secrets; without any, leave the store out.",
  });
  for (const [index, name] of store.secretNames.entries())
    report.unless(/^[A-Za-z0-9/_+=.@-]{1,512}$/.test(name), {
      code: "store",
      path: `store.secretNames[${index}]`,
      got: name,
      wanted: "the whole name of a secret, without wildcard",
      fix: "Name each secret.",
    });
  for (const [index, arn] of (store.kmsKeyArns ?? []).entries())
    report.unless(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(arn), {
      code: "store",
      path: `store.kmsKeyArns[${index}]`,
      got: arn,
      wanted: "the ARN of a KMS key",
      fix: "Give the key's ARN, not its alias.",
    });
}

const PASSWORD = /password|secretKey|accessKey|token$|credentials?$/i;

/** A provider with one block, and nothing in it that looks like a password written out. */
function checkProvider({ provider }: Extract<SecretStore, { kind: "provider" }>, report: Reporter): void {
  report.unless(Object.keys(provider).length === 1, {
    code: "store",
    path: "store.provider",
    got: Object.keys(provider),
    wanted: "exactly one provider, as gcpsm or azurekv",
    fix: "Give spec.provider of a ClusterSecretStore.",
  });
  for (const path of writtenPasswords(provider))
    report.unless(false, {
      code: "insecure",
      path: `store.provider.${path}`,
      got: "text",
      wanted: "a reference, such as a secretRef",
      fix: "Use a workload identity, or refer to a Secret.",
    });
}

function writtenPasswords(value: object, path = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof inner === "string") return PASSWORD.test(key) ? [at] : [];
    return typeof inner === "object" && inner !== null ? writtenPasswords(inner, at) : [];
  });
}
