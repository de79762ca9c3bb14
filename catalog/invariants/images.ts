import type { Invariant } from "./subject.ts";
import { problem } from "./subject.ts";

const REPOSITORY = /^[a-z0-9]+([._-][a-z0-9]+)*(\/[a-z0-9]+([._-][a-z0-9]+)*)+$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Images name a repository without a registry host, and a tag or digest that does not move. */
export const imageInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap(({ name, image }) => {
    const at = `${name}.image`;
    const [reference = "", digest] = image.split("@");
    const colon = reference.lastIndexOf(":");
    const repository = colon < 0 ? reference : reference.slice(0, colon);
    const tag = colon < 0 ? undefined : reference.slice(colon + 1);
    if (!REPOSITORY.test(repository) || repository.split("/")[0]!.includes(".")) {
      const fix = "Leave the registry host out: it is the account's own, per environment.";
      return [problem("image", at, image, "<namespace>/<repository>:<tag>, lower case", fix)];
    }
    if (digest !== undefined) {
      if (DIGEST.test(digest)) return [];
      return [problem("image", at, image, "a digest of sha256: and 64 hex digits", "Copy the whole digest.")];
    }
    if (tag === undefined || tag === "latest") {
      const fix = "Pin a version: a moving tag makes roll-backs and previews meaningless.";
      return [problem("image-tag", at, image, "a pinned tag or digest, not latest", fix)];
    }
    if (TAG.test(tag)) return [];
    return [problem("image-tag", at, image, "a tag of letters, digits, _ . -, at most 128", "Correct the tag.")];
  });
