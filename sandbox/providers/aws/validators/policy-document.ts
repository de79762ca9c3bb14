import { isObject, list, objects, type Properties, text, type Value } from "../../values.ts";
import { type Findings, parseJson } from "./findings.ts";

/** Where a document is used decides what it must and must not say. */
export type PolicyUse = "identity" | "trust" | "resource";

const CODE = "MalformedPolicyDocument";
const VERSIONS = ["2012-10-17", "2008-10-17"];
const ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

/** Checks an IAM policy document given as JSON text. `limit` counts characters other than white space. */
export function checkPolicy(
  findings: Findings,
  path: string,
  value: Value | undefined,
  use: PolicyUse,
  limit: number,
): void {
  const document = parseJson(findings, path, value, CODE);
  if (document === undefined) return;
  if (!isObject(document)) {
    findings.refuse(path, document, "a JSON object", `${CODE}: Syntax errors in policy.`);
    return;
  }
  const size = (text(value) ?? "").replace(/\s/g, "").length;
  if (size > limit)
    findings.refuse(
      path,
      size,
      `at most ${limit} characters without white space`,
      `LimitExceeded: Maximum policy size of ${limit} bytes exceeded`,
    );
  findings.oneOf(`${path}.Version`, document.Version, VERSIONS, CODE);
  if (document.Version === undefined)
    findings.refuse(
      `${path}.Version`,
      undefined,
      "2012-10-17",
      `${CODE}: a policy without Version takes 2008-10-17, without policy variables`,
    );
  const statements = isObject(document.Statement)
    ? [{ index: 0, item: document.Statement }]
    : objects(document.Statement);
  if (statements.length === 0)
    findings.refuse(
      `${path}.Statement`,
      document.Statement,
      "at least one statement",
      `${CODE}: Syntax errors in policy.`,
    );
  const sids = new Set<string>();
  for (const { index, item } of statements) checkStatement(findings, `${path}.Statement[${index}]`, item, use, sids);
}

function checkStatement(
  findings: Findings,
  path: string,
  statement: Properties,
  use: PolicyUse,
  sids: Set<string>,
): void {
  for (const key of Object.keys(statement)) {
    if (!ELEMENTS.includes(key))
      findings.refuse(`${path}.${key}`, key, `one of ${ELEMENTS.join(", ")}`, `${CODE}: Syntax errors in policy.`);
  }
  if (statement.Effect === undefined)
    findings.refuse(`${path}.Effect`, undefined, "Allow or Deny", `${CODE}: Missing required field Effect`);
  findings.oneOf(`${path}.Effect`, statement.Effect, ["Allow", "Deny"], CODE);
  const sid = text(statement.Sid);
  if (sid !== undefined && sid !== "") {
    if (use !== "resource" && !/^[A-Za-z0-9]*$/.test(sid))
      findings.refuse(`${path}.Sid`, sid, "letters and digits", `${CODE}: Statement IDs (SID) must be alpha-numeric`);
    if (sids.has(sid))
      findings.refuse(
        `${path}.Sid`,
        sid,
        "a Sid that is used once",
        `${CODE}: Statement IDs (SID) in a single policy must be unique.`,
      );
    sids.add(sid);
  }
  findings.exactlyOne(
    statement,
    ["Action", "NotAction"],
    `${path}.Action`,
    `${CODE}: Policy statement must contain actions`,
  );
  checkActions(findings, path, statement, use);
  const principals = ["Principal", "NotPrincipal"].filter((key) => statement[key] !== undefined);
  if (use === "identity" && principals.length > 0)
    findings.refuse(
      `${path}.${principals[0]}`,
      statement[principals[0]!],
      "no principal",
      `${CODE}: Policy document should not specify a principal.`,
    );
  if (use !== "identity" && principals.length !== 1)
    findings.refuse(`${path}.Principal`, undefined, "a principal", `${CODE}: Missing required field Principal`);
  checkPrincipals(findings, `${path}.Principal`, statement.Principal);
  if (use === "trust") {
    if (statement.Resource !== undefined)
      findings.refuse(`${path}.Resource`, statement.Resource, "no resource", `${CODE}: Has prohibited field Resource`);
  } else {
    findings.exactlyOne(
      statement,
      ["Resource", "NotResource"],
      `${path}.Resource`,
      `${CODE}: Policy statement must contain resources`,
    );
    checkResources(findings, path, statement);
  }
}

function checkActions(findings: Findings, path: string, statement: Properties, use: PolicyUse): void {
  for (const action of values(statement.Action ?? statement.NotAction)) {
    const known = text(action);
    if (known === undefined) continue;
    if (known !== "*" && !/^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(known))
      findings.refuse(
        `${path}.Action`,
        known,
        "service:Action or *",
        `${CODE}: Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.`,
      );
    else if (use === "trust" && !known.startsWith("sts:") && known !== "*")
      findings.refuse(
        `${path}.Action`,
        known,
        "sts:AssumeRole or its kin",
        `${CODE}: AssumeRole policy may only specify STS AssumeRole actions.`,
      );
  }
}

function checkResources(findings: Findings, path: string, statement: Properties): void {
  for (const resource of values(statement.Resource ?? statement.NotResource)) {
    const known = text(resource);
    if (
      known === undefined ||
      known === "*" ||
      /^arn:(aws[a-z-]*|\*|\$\{[^}]+\}):[a-z0-9*-]*:[^:]*:[^:]*:.+$/.test(known)
    )
      continue;
    findings.refuse(
      `${path}.Resource`,
      known,
      "an ARN or *",
      `${CODE}: Resource ${known} must be in ARN format or "*".`,
    );
  }
}

function checkPrincipals(findings: Findings, path: string, principal: Value | undefined): void {
  if (principal === undefined || principal === "*") return;
  if (!isObject(principal)) {
    findings.refuse(
      path,
      principal,
      '"*" or an object of AWS, Service, Federated',
      `${CODE}: Invalid principal in policy`,
    );
    return;
  }
  for (const [kind, given] of Object.entries(principal)) {
    if (!["AWS", "Service", "Federated", "CanonicalUser"].includes(kind))
      findings.refuse(
        `${path}.${kind}`,
        kind,
        "AWS, Service, Federated or CanonicalUser",
        `${CODE}: Invalid principal in policy`,
      );
    for (const id of values(given)) {
      if (kind === "Service")
        findings.matches(
          `${path}.Service`,
          id,
          /^[a-z0-9.-]+\.(amazonaws\.com|aws\.internal|amazon\.com)$/,
          "a service principal such as ecs-tasks.amazonaws.com",
          `${CODE}: Invalid principal in policy`,
        );
      if (kind === "AWS")
        findings.matches(
          `${path}.AWS`,
          id,
          /^(\*|\d{12}|arn:aws[a-z-]*:(iam|sts)::(\d{12}|cloudfront):.+|A[A-Z0-9]{15,})$/,
          "an account, or an IAM or STS ARN",
          `${CODE}: Invalid principal in policy`,
        );
    }
  }
}

function values(value: Value | undefined): Value[] {
  return value === undefined ? [] : Array.isArray(value) ? list(value) : [value];
}
