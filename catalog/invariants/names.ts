import type { Invariant } from "./subject.ts";
import { problem } from "./subject.ts";

// `<name>-` plus the seven characters of an autonamed target group must fit 32.
const NAME_LENGTH_MAX = 24;
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Names are kebab case, 3 to 24 characters, unique and not `platform`. */
export const nameInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap(({ name }, i) => {
    const at = name.length > 0 ? `${name}.name` : `[${i}].name`;
    if (catalog.findIndex((other) => other.name === name) < i) {
      return [problem("duplicate-name", at, name, "each name once", "Rename one of the two services.")];
    }
    if (name === "platform") {
      const fix = "Choose another: `platform` is the Service tag of what all services share.";
      return [problem("name", at, name, "a name that is not reserved", fix)];
    }
    if (NAME.test(name) && name.length >= 3 && name.length <= NAME_LENGTH_MAX) return [];
    const wanted = `kebab case, 3 to ${NAME_LENGTH_MAX} characters, a letter first`;
    return [problem("name", at, name, wanted, "Shorten or respell it: target groups and DNS labels carry it.")];
  });
