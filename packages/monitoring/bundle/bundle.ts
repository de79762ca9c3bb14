import { gunzipSync, gzipSync } from "node:zlib";
import { tar } from "./tar.ts";
import { untar } from "./untar.ts";

/** Variable that carries the files. */
export const BUNDLE_VARIABLE = "CONFIG_BUNDLE";

/**
 * Files as one variable of a container: tar, gzip, Base64. A change of any file is a new revision of the task, rolled
 * back like any other, and there is no bucket to pay, to guard and to wait for. The images' own `tar` unpacks it.
 */
export function bundle(files: Readonly<Record<string, string>>): string {
  return gzipSync(tar(files), { level: 9 }).toString("base64");
}

/** The files again; an empty record for what is no bundle. */
export function unbundle(text: string): Record<string, string> {
  try {
    return untar(gunzipSync(Buffer.from(text, "base64")));
  } catch {
    return {};
  }
}

/** Shell that unpacks it into a fresh folder. */
export function unpack(folder: string): string {
  return `rm -rf ${folder} && mkdir -p ${folder} && printf %s "$${BUNDLE_VARIABLE}" | base64 -d | gunzip | tar x -C ${folder}`;
}
