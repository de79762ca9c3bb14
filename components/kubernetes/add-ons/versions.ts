import type { AddOnName } from "@pyairtable/plan";
import table from "./data/versions.json" with { type: "json" };

/** Add-ons of this room; Karpenter has a room of its own. */
export type LocalAddOnName = Exclude<AddOnName, "karpenter">;

export interface KubernetesRange {
  /** Minor version, e.g. `1.34`. */
  readonly min: string;
  /** Last minor version that upstream tests; null where it names none. */
  readonly max: string | null;
}

export interface ImageVersion {
  readonly repository: string;
  readonly tag: string;
  /** `sha256:…` of the multi-architecture index; null where no two sources agree on it. */
  readonly digest: string | null;
}

export interface ChartVersion {
  readonly repository: string;
  readonly name: string;
  readonly version: string;
}

export interface AddOnVersion {
  /** Upstream's version without `v`; null where nothing is installed from outside. */
  readonly appVersion: string | null;
  readonly kubernetes: KubernetesRange;
  readonly chart: ChartVersion | null;
  readonly eksAddOn?: { readonly name: string; readonly version: string };
  readonly images: Readonly<Record<string, ImageVersion>>;
  /** `repository@ref:path`. */
  readonly sources: readonly string[];
}

export const VERSIONS: Readonly<Record<LocalAddOnName, AddOnVersion>> = table.addOns;
export const CERTGEN_IMAGE: ImageVersion = table.shared.certgen.image;
export const IN_PLACE_RESIZE: KubernetesRange = table.shared.inPlacePodResize.kubernetes;

/** `repository:tag@digest`. */
export function imageReference({ repository, tag, digest }: ImageVersion): string {
  return `${repository}:${tagWithDigest({ tag, digest })}`;
}

/** What a chart that joins repository and tag by a colon takes as its tag. */
export function tagWithDigest({ tag, digest }: Pick<ImageVersion, "tag" | "digest">): string {
  return digest === null ? tag : `${tag}@${digest}`;
}

/** The image of an add-on by its name in the table; a name that is not there is our bug. */
export function imageOf(addOn: LocalAddOnName, image: string): ImageVersion {
  const found = VERSIONS[addOn].images[image];
  if (found === undefined) throw new Error(`${addOn} has no image ${image}`);
  return found;
}

/** The chart of an add-on; one without is our bug. */
export function chartOf(addOn: LocalAddOnName): ChartVersion {
  const { chart } = VERSIONS[addOn];
  if (chart === null) throw new Error(`${addOn} has no chart`);
  return chart;
}

const MINOR = /^1\.\d{1,2}$/;

/** Whether a minor version such as `1.34` lies in the range; false for what is no minor version. */
export function inRange(minor: string, { min, max }: KubernetesRange): boolean {
  if (!MINOR.test(minor)) return false;
  return minorOf(minor) >= minorOf(min) && (max === null || minorOf(minor) <= minorOf(max));
}

export function showRange({ min, max }: KubernetesRange): string {
  return max === null ? `${min} or later` : `${min} to ${max}`;
}

function minorOf(version: string): number {
  return Number(version.slice(version.indexOf(".") + 1));
}
