import assert from "node:assert/strict";
import type { Properties } from "../../values.ts";
import { keyOf } from "../objects.ts";
import { ApiError } from "./http.ts";
import { redacted } from "./redact.ts";
import { statusProblems } from "./status-problem.ts";

const POD = { containers: [{ name: "a" }, { name: "b" }], initContainers: [{ name: "c" }] };
const DEPLOYMENT: Properties = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "api", namespace: "prod" },
  spec: { template: { spec: POD } },
};
const SECRET: Properties = {
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "token", namespace: "prod" },
  stringData: { password: "hunter2" },
};

function problems(status: number, body: Properties, object = DEPLOYMENT) {
  return redacted(statusProblems(new ApiError(status, body, ""), object, keyOf(object)), object);
}
const cause = (field: string, message: string, reason = "FieldValueInvalid"): Properties => ({
  reason,
  message,
  field,
});
const invalid = (...causes: Properties[]): Properties => ({
  reason: "Invalid",
  message: "is invalid",
  details: { causes },
});

// Messages as kube-apiserver v1.34.4 words them.
describe("what an API server refuses", () => {
  const cases: [string, number, Properties, string, RegExp, RegExp, RegExp][] = [
    [
      "a quota",
      403,
      {
        message:
          'services "b" is forbidden: exceeded quota: q, requested: services=1, used: services=2, limited: services=2',
      },
      "apply.quota",
      /^prod\/api/,
      /services=1 more, with services=2 in use/,
      /at most services=2 \(ResourceQuota q of namespace prod\)/,
    ],
    [
      "a quota that wants requests",
      403,
      { message: 'pods "b" is forbidden: failed quota: q: must specify limits.cpu for: c' },
      "apply.quota",
      /prod\/api/,
      /nothing/,
      /limits\.cpu for: c/,
    ],
    [
      "a namespace going away",
      403,
      { message: "unable to create new content in namespace prod because it is being terminated" },
      "apply.terminating",
      /prod/,
      /being deleted/,
      /stays/,
    ],
    [
      "a user without a right",
      403,
      {
        message:
          'deployments.apps "api" is forbidden: User "limited" cannot patch resource "deployments" in API group "apps"',
      },
      "apply.forbidden",
      /prod\/api/,
      /user limited may not patch resource "deployments"/,
      /right/,
    ],
    ["an expired login", 401, { message: "Unauthorized" }, "apply.unauthorized", /prod\/api/, /expired/, /accepts/],
    [
      "a webhook that does not answer",
      500,
      {
        message:
          'Internal error occurred: failed calling webhook "validation.webhook.karpenter.sh": connection refused',
      },
      "apply.webhook",
      /prod\/api/,
      /validation\.webhook\.karpenter\.sh did not answer: connection refused/,
      /answers/,
    ],
    [
      "a webhook that says no",
      403,
      { message: 'admission webhook "images.example.dev" denied the request: only signed images' },
      "apply.denied",
      /prod\/api/,
      /images\.example\.dev/,
      /only signed images/,
    ],
    [
      "an admission policy",
      422,
      {
        message: `deployments.apps "api" is forbidden: ValidatingAdmissionPolicy 'replicas' with binding 'all' denied request: at most 5`,
      },
      "apply.denied",
      /prod\/api/,
      /replicas/,
      /at most 5/,
    ],
    [
      "a missing namespace",
      404,
      { message: 'namespaces "prod" not found', details: { name: "prod", kind: "namespaces" } },
      "apply.namespace",
      /prod\/api/,
      /not there/,
      /namespace/,
    ],
    [
      "another manager's field",
      409,
      {
        reason: "Conflict",
        details: {
          causes: [cause(".spec.replicas", 'conflict with "kubectl-edit" using apps/v1', "FieldManagerConflict")],
        },
      },
      "apply.conflict",
      /: spec\.replicas$/,
      /"kubectl-edit" using apps\/v1/,
      /one manager/,
    ],
    [
      "a taken name",
      409,
      { reason: "AlreadyExists", message: "already exists" },
      "apply.exists",
      /prod\/api/,
      /already/,
      /free/,
    ],
    [
      "a value of the wrong form",
      422,
      invalid(cause("spec.template.spec.containers[0].name", 'Invalid value: "C_: x": a lowercase RFC 1123 label')),
      "apply.invalid",
      /: spec\.template\.spec\.containers\[0\]\.name$/,
      /^"C_: x"$/,
      /^a lowercase RFC 1123 label$/,
    ],
    [
      "an object of the wrong form",
      422,
      invalid(
        cause(
          "spec.template.metadata.labels",
          'Invalid value: {"app":"d: e"}: `selector` does not match template `labels`',
        ),
      ),
      "apply.invalid",
      /labels$/,
      /^\{"app":"d: e"\}$/,
      /selector/,
    ],
    [
      "a value that is missing",
      422,
      invalid(cause("spec.selector", "Required value", "FieldValueRequired")),
      "apply.invalid",
      /spec\.selector/,
      /^nothing$/,
      /^a value$/,
    ],
    [
      "a value of no set",
      422,
      invalid(cause("spec.type", 'Unsupported value: "X": supported values: "ClusterIP", "NodePort"')),
      "apply.invalid",
      /spec\.type/,
      /^"X"$/,
      /supported values: "ClusterIP", "NodePort"/,
    ],
    [
      "a name that is too long",
      422,
      invalid(cause("metadata.name", `Invalid value: "${"a".repeat(64)}": must be no more than 63 characters`)),
      "apply.invalid",
      /metadata\.name/,
      /^"a{64}"$/,
      /no more than 63 characters/,
    ],
    [
      "a field that never changes",
      422,
      invalid(cause("spec.selector", 'Invalid value: {"matchLabels":{"app":"e"}}: field is immutable')),
      "apply.immutable",
      /spec\.selector/,
      /a change to \{"matchLabels":\{"app":"e"\}\}/,
      /immutable/,
    ],
    [
      "a field of no schema",
      500,
      {
        message:
          "failed to create typed patch object (prod/api; apps/v1, Kind=Deployment): .spec.replicaz: field not declared in schema",
      },
      "apply.schema",
      /: spec\.replicaz$/,
      /lacks/,
      /schema/,
    ],
    [
      "a value of another type",
      500,
      {
        message:
          "failed to create typed patch object (prod/api; apps/v1, Kind=Deployment): .spec.replicas: expected numeric (int or float), got string",
      },
      "apply.schema",
      /: spec\.replicas$/,
      /^string$/,
      /numeric \(int or float\)/,
    ],
    [
      "an unknown field of a custom resource",
      400,
      { message: 'strict decoding error: unknown field "spec.sise"' },
      "apply.schema",
      /: spec\.sise$/,
      /lacks/,
      /schema/,
    ],
    [
      "anything else",
      418,
      { message: "short and stout" },
      "apply.refused",
      /prod\/api/,
      /418: short and stout/,
      /takes/,
    ],
  ];
  for (const [title, status, body, code, path, got, wanted] of cases) {
    it(`${title} is ${code}`, () => {
      const [problem, ...more] = problems(status, body);
      assert.deepEqual(more, []);
      assert.equal(problem?.code, code);
      assert.match(problem.path, path);
      assert.match(problem.got, got);
      assert.match(problem.wanted, wanted);
      assert.notEqual(problem.fix, "");
    });
  }

  it("is told cause by cause", () => {
    const found = problems(422, invalid(cause("spec.a", "Required value"), cause("spec.b", "Required value")));
    assert.deepEqual(
      found.map(({ path }) => path.split(": ")[1]),
      ["spec.a", "spec.b"],
    );
  });

  it("about Pod Security names each container's field", () => {
    const message =
      'pods "api-1" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (containers "b", "c" must set securityContext.allowPrivilegeEscalation=false), runAsNonRoot != true (pod or container "a" must set securityContext.runAsNonRoot=true), host namespaces (hostNetwork=true)';
    const found = problems(403, { message });
    assert.deepEqual(
      found.map(({ code, path }) => `${code} ${path.split(": ")[1]}`),
      [
        "apply.pod-security spec.template.spec.containers[1].securityContext.allowPrivilegeEscalation",
        "apply.pod-security spec.template.spec.initContainers[0].securityContext.allowPrivilegeEscalation",
        "apply.pod-security spec.template.spec.securityContext.runAsNonRoot",
        "apply.pod-security spec.template.spec",
      ],
    );
    assert.match(found[0]!.wanted, /must set securityContext\.allowPrivilegeEscalation=false/);
    assert.match(found[3]!.wanted, /not hostNetwork=true/);
  });

  const leaks: [string, number, Properties][] = [
    ["an invalid value", 422, invalid(cause("stringData[password]", 'Invalid value: "hunter2": no'))],
    ["a webhook's words", 403, { message: 'admission webhook "w" denied the request: hunter2 is weak' }],
    ["its base64 form", 403, { message: `admission webhook "w" denied the request: ${btoa("hunter2")} is weak` }],
    ["a decoding error", 500, { message: 'unable to convert unstructured object to /v1, Kind=Secret: "hunter2"' }],
    ["a message of no kind", 418, { message: "hunter2" }],
  ];
  for (const [title, status, body] of leaks) {
    it(`keeps a Secret's data out of ${title}`, () => {
      const text = JSON.stringify(problems(status, body, SECRET));
      assert.ok(!text.includes("hunter2") && !text.includes(btoa("hunter2")), text);
    });
  }
});
