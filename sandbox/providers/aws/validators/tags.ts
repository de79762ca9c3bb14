import { isObject, join, type Properties, text } from "../../values.ts";
import type { Violation } from "../../violation.ts";

const MAXIMUM_TAGS = 50;
const KEY_LENGTH = 128;
const VALUE_LENGTH = 256;
const LEGAL = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tag rules that hold for nearly all services (AWS General Reference, "Tag naming limits and requirements"). */
export function tags(inputs: Properties): Violation[] {
  const given = inputs.tags;
  if (!isObject(given)) return [];
  const found: Violation[] = [];
  const count = Object.keys(given).length;
  if (count > MAXIMUM_TAGS) {
    found.push({
      path: "tags",
      got: count,
      wanted: `at most ${MAXIMUM_TAGS} tags`,
      message: "TooManyTagsException: the resource would have too many tags",
    });
  }
  for (const [key, value] of Object.entries(given)) {
    const path = join("tags", key);
    const refuse = (wanted: string, message: string): number =>
      found.push({ path, got: `${key}=${String(value)}`, wanted, message });
    if (key.length === 0 || key.length > KEY_LENGTH)
      refuse(`a key of 1 to ${KEY_LENGTH} characters`, "InvalidParameterValue: tag key has a wrong length");
    if (/^aws:/i.test(key))
      refuse(
        "a key that does not start with aws:",
        "InvalidParameterValue: tag keys starting with 'aws:' are reserved for internal use",
      );
    if (!LEGAL.test(key))
      refuse(
        "letters, digits, spaces and _ . : / = + - @",
        "InvalidParameterValue: tag key has characters that are not allowed",
      );
    const known = text(value);
    if (known === undefined) continue;
    if (known.length > VALUE_LENGTH)
      refuse(`a value of at most ${VALUE_LENGTH} characters`, "InvalidParameterValue: tag value is too long");
    if (!LEGAL.test(known))
      refuse(
        "letters, digits, spaces and _ . : / = + - @",
        "InvalidParameterValue: tag value has characters that are not allowed",
      );
  }
  return found;
}
