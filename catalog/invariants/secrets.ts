import type { Diagnostic } from "@pyairtable/diagnostics";
import { type CatalogEntry, calleesOf } from "../entry.ts";
import { RESERVED_VARIABLES, urlVariable } from "../resolve/environment.ts";
import { type Invariant, problem } from "./subject.ts";

const VARIABLE = /^[A-Z][A-Z0-9_]{1,63}$/;
const SECRET_NAME = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)+$/;
const SECRET_NAME_MAX = 128;
/** Secrets Manager ends each ARN so; a name that does too is matched wrongly. */
const ARN_ENDING = /-[A-Za-z0-9]{6}$/;

/** Secrets are names, in the service's own folder, under variables that nothing else sets. */
export const secretInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap((entry) =>
    Object.entries(entry.secrets).flatMap(([variable, name]): Diagnostic[] => {
      const at = `${entry.name}.secrets.${variable}`;
      if (!VARIABLE.test(variable) || setByPlatform(entry).has(variable)) {
        const fix = "Rename it: the platform sets the drain, port and callee variables.";
        return [problem("secret-variable", at, variable, "an upper-case name the platform does not set", fix)];
      }
      if (ARN_ENDING.test(name)) {
        const fix = "Rename the secret: AWS would read the last six characters as its own ending.";
        return [problem("secret-name", at, name, "a name that does not end in a hyphen and six characters", fix)];
      }
      if (SECRET_NAME.test(name) && name.length <= SECRET_NAME_MAX && name.startsWith(`${entry.name}/`)) return [];
      // The value may be the secret itself, pasted by mistake: never repeated in a message.
      const got = `a value of ${name.length} characters`;
      const fix = "Give the name of the secret, never the secret; a service reads only its own folder.";
      return [problem("secret-name", at, got, `${entry.name}/<name>, lower case`, fix)];
    }),
  );

function setByPlatform(entry: CatalogEntry): ReadonlySet<string> {
  return new Set([...RESERVED_VARIABLES, ...calleesOf(entry).map(urlVariable)]);
}
