import type { Diagnostic } from "@pyairtable/diagnostics";
import { objects, type Properties, text } from "../../values.ts";
import { at, describeKey, idOf, type ObjectKey } from "../objects.ts";
import type { ApiError } from "./http.ts";
import { causeProblem, schemaProblems } from "./invalid-problem.ts";
import { podSecurityProblems } from "./pod-security.ts";

/** What the server refused about one object, as problems with their fixes. Values of a Secret are never repeated. */
export function statusProblems(error: ApiError, object: Properties, key: ObjectKey): Diagnostic[] {
  const rules = [quota, podSecurity, terminating, webhook, denied, missing, conflict, exists, unauthorized, forbidden];
  for (const rule of rules) {
    const found = rule(error, object, key);
    if (found.length > 0) return found;
  }
  if (error.status === 422) {
    const causes = objects(at(error.body, "details", "causes"));
    if (causes.length > 0) return causes.map(({ item }) => causeProblem(item, key));
  }
  const schema = schemaProblems(error, key);
  if (schema.length > 0) return schema;
  return [
    {
      code: "apply.refused",
      path: describeKey(key),
      got:
        key.kind === "Secret"
          ? `${error.status} ${text(error.body.reason) ?? ""}`
          : `${error.status}: ${error.message}`,
      wanted: "an object that the API server takes",
      fix: "Follow the server's message.",
    },
  ];
}

type Rule = (error: ApiError, object: Properties, key: ObjectKey) => Diagnostic[];

const quota: Rule = ({ message }, _, key) => {
  const exceeded = /exceeded quota: (\S+), requested: (.+?), used: (.+?), limited: (.+)$/m.exec(message);
  if (exceeded !== null) {
    const [, name, requested, used, limited] = exceeded;
    return [
      {
        code: "apply.quota",
        path: describeKey(key),
        got: `${requested} more, with ${used} in use`,
        wanted: `at most ${limited} (ResourceQuota ${name} of namespace ${key.namespace})`,
        fix: "Lower what the namespace asks for, or raise its quota.",
      },
    ];
  }
  const unset = /failed quota: (\S+): must specify (.+)$/m.exec(message);
  if (unset === null) return [];
  return [
    {
      code: "apply.quota",
      path: describeKey(key),
      got: "nothing",
      wanted: `${unset[2]} (ResourceQuota ${unset[1]} of namespace ${key.namespace})`,
      fix: "Set requests and limits of each container.",
    },
  ];
};

const podSecurity: Rule = ({ status, message }, object, key) =>
  status === 403 ? podSecurityProblems(message, object, key) : [];

const terminating: Rule = ({ status, message }, _, key) =>
  status === 403 && message.includes("being terminated")
    ? [
        {
          code: "apply.terminating",
          path: describeKey(key),
          got: `namespace ${key.namespace}, which is being deleted`,
          wanted: "a namespace that stays",
          fix: "Wait until it is gone and run the command again, or use another namespace.",
        },
      ]
    : [];

const webhook: Rule = ({ message }, _, key) => {
  const found = /failed calling webhook "([^"]+)": (.*)$/s.exec(message);
  if (found === null) return [];
  return [
    {
      code: "apply.webhook",
      path: describeKey(key),
      got: `admission webhook ${found[1]} did not answer: ${found[2]}`,
      wanted: "a webhook that answers",
      fix: "Let its add-on become ready first (dependsOn), or mend it.",
    },
  ];
};

const denied: Rule = ({ message }, _, key) => {
  const found =
    /admission webhook "([^"]+)" denied the request:? ?(.*)$/s.exec(message) ??
    /ValidatingAdmissionPolicy '([^']+)' .*?denied request: (.*)$/s.exec(message);
  if (found === null) return [];
  return [
    {
      code: "apply.denied",
      path: describeKey(key),
      got: `refused by ${found[1]}`,
      wanted: found[2] === "" ? "what the cluster's own policy allows" : found[2]!,
      fix: "Change the object as the cluster's policy asks.",
    },
  ];
};

const missing: Rule = ({ status, body }, _, key) =>
  status === 404 && at(body, "details", "kind") === "namespaces"
    ? [
        {
          code: "apply.namespace",
          path: describeKey(key),
          got: `namespace ${key.namespace}, which is not there`,
          wanted: "a namespace of the cluster",
          fix: "Create it in the program and let the object depend on it.",
        },
      ]
    : [];

const conflict: Rule = ({ status, body }, _, key) => {
  if (status !== 409) return [];
  const causes = objects(at(body, "details", "causes")).filter(({ item }) => item.reason === "FieldManagerConflict");
  return causes.map(({ item }) => ({
    code: "apply.conflict",
    path: `${describeKey(key)}: ${(text(item.field) ?? "").replace(/^\./, "")}`,
    got: `another value set by ${/conflict with (.*)/.exec(text(item.message) ?? "")?.[1] ?? "another manager"}`,
    wanted: "a field that one manager owns",
    fix: 'Leave the field out (ignoreChanges), or take it over: annotation pulumi.com/patchForce: "true", or enablePatchForce of the provider.',
  }));
};

const exists: Rule = ({ status, body }, _, key) =>
  status === 409 && body.reason === "AlreadyExists" ? [existsProblem(key, "an object that is there already")] : [];

const unauthorized: Rule = ({ status }, _, key) =>
  status === 401
    ? [
        {
          code: "apply.unauthorized",
          path: describeKey(key),
          got: "401: the credentials expired while the command ran",
          wanted: "credentials that the cluster accepts",
          fix: "Log in anew and run the command again.",
        },
      ]
    : [];

const forbidden: Rule = ({ status, message }, _, key) => {
  const found = status === 403 ? /User "([^"]*)" cannot (\w+) (.*)$/s.exec(message) : null;
  if (found === null) return [];
  return [
    {
      code: "apply.forbidden",
      path: describeKey(key),
      got: `user ${found[1]} may not ${found[2]} ${found[3]}`,
      wanted: "a user with that right",
      fix: "Give the user a role with it, or choose a context with another user.",
    },
  ];
};

/** An object of this name is there, and this program did not make it. */
export function existsProblem(key: ObjectKey, got: string): Diagnostic {
  return {
    code: "apply.exists",
    path: describeKey(key),
    got,
    wanted: "a name that is free",
    fix: `Rename the object, take it into the stack with \`pulumi import\` (id ${idOf(key)}), or set upsertExistingObjects of the provider.`,
  };
}
