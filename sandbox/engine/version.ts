/** The CLI the sandbox runs. Raise together with sandbox/engine/module/go.mod. */
export const CLI_VERSION = "v3.259.0";
export const CLI_MODULE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi";
export const SDK_VERSION_VARIABLE = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** Oldest CLI on PATH that is used as it is: local policy packs of ESM shape were verified from here. */
export const OLDEST_CLI = [3, 220, 0] as const;

/** `v3.259.0` → [3, 259, 0]; undefined when the text holds no version. */
export function parseVersion(text: string): [number, number, number] | undefined {
  const match = /v?(\d+)\.(\d+)\.(\d+)/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

export function isNewEnough(version: readonly number[], oldest: readonly number[] = OLDEST_CLI): boolean {
  if (version[0] !== oldest[0]) return false;
  for (let i = 1; i < oldest.length; i++) {
    const difference = (version[i] ?? 0) - (oldest[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
