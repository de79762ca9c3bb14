import { TAGGABLE_TYPES } from "../facts.ts";
import { tagsOf } from "../read/tags.ts";
import { type Finding, resourceRule } from "../rule.ts";

const KEY = /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

export const tagSyntax = resourceRule({
  id: "tag-syntax",
  title: "Tag keys and values have characters and lengths that AWS accepts, 50 at most.",
  severity: "medium",
  remediation:
    "Use letters, digits, spaces and _ . : / = + - @; keys to 128, values to 256 characters, no `aws:` prefix.",
  controls: ["wa:cost"],
  types: TAGGABLE_TYPES,
  *check({ props }): Iterable<Finding> {
    const entries = Object.entries(tagsOf(props));
    const fix = "Shorten it, or use letters, digits, spaces and _ . : / = + - @ only.";
    for (const [key, value] of entries) {
      if (!KEY.test(key))
        yield { what: "tag key", got: key, wanted: "1 to 128 accepted characters, no aws: prefix", fix };
      if (!VALUE.test(value)) yield { what: `tag ${key}`, got: value, wanted: "0 to 256 accepted characters", fix };
    }
    if (entries.length > 50)
      yield { what: "number of tags", got: entries.length, wanted: "at most 50", fix: "Remove tags." };
  },
});
