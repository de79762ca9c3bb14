import type { Diagnostic } from "@pyairtable/diagnostics";
import { type Properties, text } from "../../values.ts";
import { describeKey, type ObjectKey } from "../objects.ts";
import type { ApiError } from "./http.ts";

const HIDDEN = "a value that is not shown (Secret)";
const LONGEST = 120;

/** One cause of a 422: `field` and a message such as `Invalid value: "C_": a lowercase RFC 1123 label …`. */
export function causeProblem(cause: Properties, key: ObjectKey): Diagnostic {
  const field = text(cause.field) ?? "";
  const { got, detail } = parseCause(text(cause.message) ?? "");
  const isSecret = key.kind === "Secret";
  const path = `${describeKey(key)}: ${field}`;
  if (detail.includes("field is immutable") || /updates to .* are forbidden/.test(detail)) {
    return {
      code: "apply.immutable",
      path,
      got: isSecret ? HIDDEN : `a change to ${got}`,
      wanted: shorten(detail),
      fix: "Keep the value, or replace the object: `pulumi up --replace URN`, or the resource option replaceOnChanges.",
    };
  }
  return {
    code: "apply.invalid",
    path,
    got: isSecret ? HIDDEN : got,
    wanted: isSecret ? "a value of the form that the API documents" : shorten(detail),
    fix: "Change the field.",
  };
}

/** Fields that the schema lacks, and values of another type; the server names them in its message alone. */
export function schemaProblems({ status, message }: ApiError, key: ObjectKey): Diagnostic[] {
  if (status !== 400 && status !== 500 && status !== 422) return [];
  const describe = (field: string, got: string, wanted: string): Diagnostic => ({
    code: "apply.schema",
    path: `${describeKey(key)}: ${field}`,
    got: key.kind === "Secret" ? HIDDEN : got,
    wanted,
    fix: "Correct the field's name or type.",
  });
  const undeclared = [...message.matchAll(/\.([\w.[\]=":/-]+): field not declared in schema/g)].map(([, field]) =>
    describe(field!, "a field that the schema of this version lacks", "a field of the schema"),
  );
  const mistyped = [...message.matchAll(/\.([\w.[\]=":/-]+): expected ([^,]+), got ([^\n&]+)/g)].map(
    ([, field, want, got]) => describe(field!, got!.trim(), want!),
  );
  const unknown = [...message.matchAll(/unknown field "([^"]+)"/g)].map(([, field]) =>
    describe(field!, "a field that the schema of this version lacks", "a field of the schema"),
  );
  const found = [...undeclared, ...mistyped, ...unknown];
  if (found.length > 0) return found;
  if (message.includes("illegal base64")) return [describe("data", HIDDEN, "base64; stringData takes plain text")];
  const decoding = /unable to convert unstructured object.*?: (.*)$/s.exec(message);
  return decoding === null ? [] : [describe("spec", shorten(decoding[1]!), "values of the schema's types")];
}

/** `Kind of failure: value: what is wanted`; the value is JSON and may hold colons itself. */
function parseCause(message: string): { got: string; detail: string } {
  const kind =
    /^(Invalid value|Unsupported value|Duplicate value|Too long|Too many|Required value|Forbidden|Not found)(?:: ?|$)/.exec(
      message,
    );
  if (kind === null) return { got: "what the message says", detail: message };
  const rest = message.slice(kind[0].length);
  if (kind[1] === "Required value") return { got: "nothing", detail: rest === "" ? "a value" : rest };
  if (kind[1] === "Forbidden" || kind[1] === "Too long" || kind[1] === "Too many") {
    return { got: kind[1].toLowerCase(), detail: rest };
  }
  const end = valueEnd(rest);
  const detail = rest.slice(end).replace(/^: ?/, "");
  return { got: shorten(rest.slice(0, end)), detail: detail === "" ? kind[1]!.toLowerCase() : detail };
}

function valueEnd(text: string): number {
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(text);
  if (quoted !== null) return quoted[0].length;
  if (text.startsWith("{") || text.startsWith("[")) {
    for (let end = text.length; end > 0; end = text.lastIndexOf(": ", end - 1)) {
      if (isJson(text.slice(0, end))) return end;
    }
  }
  const colon = text.indexOf(": ");
  return colon < 0 ? text.length : colon;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}
