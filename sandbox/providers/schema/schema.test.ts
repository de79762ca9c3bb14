import assert from "node:assert/strict";
import identity from "../aws/data/identity.json" with { type: "json" };
import naming from "../aws/data/naming.json" with { type: "json" };
import references from "../aws/data/references.json" with { type: "json" };
import { UNKNOWN } from "../values.ts";
import { checkShape } from "./check-shape.ts";
import { parseBlock } from "./interface-block.ts";
import { PackageTypes } from "./package-types.ts";
import replaceKeys from "./replace-keys.json" with { type: "json" };
import { forcesReplacement } from "./replacement.ts";
import { parseType } from "./type-expression.ts";

const types = new PackageTypes("@pulumi/aws");

describe("type expressions", () => {
  const cases: [string, unknown][] = [
    ["pulumi.Input<string | undefined>", { kind: { kind: "string" }, optional: true }],
    ["pulumi.Input<pulumi.Input<string>[]>", { kind: { kind: "array", of: { kind: "string" } }, optional: false }],
    [
      "pulumi.Input<{ [key: string]: pulumi.Input<string>; } | undefined>",
      { kind: { kind: "map", of: { kind: "string" } }, optional: true },
    ],
    [
      "pulumi.Output<outputs.ecs.ServiceAlarms | undefined>",
      { kind: { kind: "object", ref: "ecs.ServiceAlarms" }, optional: true },
    ],
    [
      "pulumi.Input<string | inputs.iam.PolicyDocument>",
      {
        kind: { kind: "union", of: [{ kind: "string" }, { kind: "object", ref: "iam.PolicyDocument" }] },
        optional: false,
      },
    ],
    [
      "pulumi.Input<\"a\" | 'b'>",
      {
        kind: {
          kind: "union",
          of: [
            { kind: "literal", value: "a" },
            { kind: "literal", value: "b" },
          ],
        },
        optional: false,
      },
    ],
    ["pulumi.Input<pulumi.asset.Archive | undefined>", { kind: { kind: "any" }, optional: true }],
  ];
  for (const [source, wanted] of cases) it(source, () => assert.deepEqual(parseType(source), wanted));
});

describe("interface blocks", () => {
  it("reads requiredness, replacement and closed sets from declaration and comment", () => {
    const [mode, size, plain] = parseBlock(`
    /**
     * The mode. Valid values are \`ON\`, \`OFF\`. Changing this forces a new resource to be created.
     */
    mode: pulumi.Input<string>;
    /**
     * Forces new deployment. Valid values are \`A\` and more, see the docs.
     */
    size?: pulumi.Input<{
        [key: string]: pulumi.Input<number>;
    } | undefined>;
    plain?: pulumi.Input<string | undefined>;
`);
    assert.deepEqual([mode?.required, mode?.forcesReplacement, mode?.values], [true, true, ["ON", "OFF"]]);
    assert.deepEqual([size?.required, size?.forcesReplacement, size?.values], [false, false, undefined]);
    assert.equal(plain?.kind.kind, "string");
    const [protocol] = parseBlock(`
    /**
     * Valid values are: \`sqs\`, \`sms\`. \`email\` is also valid but partially supported.
     */
    protocol: pulumi.Input<string>;
`);
    assert.equal(protocol?.values, undefined, "a set that goes on is not closed");
  });
});

describe("shapes of @pulumi/aws", () => {
  it("reads inputs, outputs and nested types of a service", () => {
    const shape = types.shape("aws:ecs/service:Service");
    assert.ok(shape);
    assert.deepEqual(shape.inputs.get("launchType")?.values, ["EC2", "FARGATE", "EXTERNAL"]);
    assert.equal(shape.outputs.get("arn")?.required, true);
    assert.equal(shape.outputs.get("loadBalancers")?.required, false);
    assert.equal(types.nested("ecs.ServiceNetworkConfiguration").get("subnets")?.required, true);
    assert.equal(types.nested("apprunner.ServiceNetworkConfiguration").has("subnets"), false);
  });
  it("finds types whose file has another case, and none for nonsense", () => {
    assert.ok(types.shape("aws:guardduty/iPSet:IPSet"));
    assert.ok(types.shape("aws:kendra/index:Index"));
    assert.equal(types.shape("aws:ecs/servis:Servis"), undefined);
    assert.equal(types.shape("nonsense"), undefined);
  });
  it("has every type that the tables name, and every property they name of it", () => {
    const named = [
      ...Object.keys(identity.byType),
      ...Object.keys(naming.byType),
      ...Object.keys(naming.nameProperty),
      ...Object.entries(references.deletionBlockers).flatMap(([type, { blockedBy }]) => [type, ...blockedBy]),
    ];
    assert.deepEqual(
      named.filter((token) => types.shape(token) === undefined),
      [],
    );
    for (const [token, keys] of Object.entries(replaceKeys.byType)) {
      const shape = types.shape(token);
      assert.deepEqual(
        keys.filter((key) => shape?.inputs.has(key) !== true),
        [],
        token,
      );
    }
    for (const [token, { outputs }] of Object.entries(identity.byType) as [string, { outputs?: object }][]) {
      const shape = types.shape(token);
      assert.deepEqual(
        Object.keys(outputs ?? {}).filter((key) => shape?.outputs.has(key) !== true),
        [],
        token,
      );
    }
  });
  it("replaces on keys from the comments and from the overlay, never on tags", () => {
    const vpc = types.shape("aws:ec2/vpc:Vpc")!;
    assert.ok(forcesReplacement(vpc.token, "cidrBlock", vpc.inputs.get("cidrBlock")));
    assert.ok(!forcesReplacement(vpc.token, "enableDnsHostnames", vpc.inputs.get("enableDnsHostnames")));
    assert.ok(!forcesReplacement(vpc.token, "tags", vpc.inputs.get("tags")));
  });
});

describe("inputs against a shape", () => {
  const check = (token: string, inputs: Parameters<typeof checkShape>[2]) =>
    checkShape(types, types.shape(token)!.inputs, inputs);

  it("accepts good inputs and coerces as the bridge does", () => {
    const { inputs, violations } = check("aws:ecs/taskDefinition:TaskDefinition", {
      family: "a",
      containerDefinitions: "[]",
      cpu: 256,
      skipDestroy: "true",
    });
    assert.deepEqual(violations, []);
    assert.deepEqual([inputs.cpu, inputs.skipDestroy], ["256", true]);
  });
  it("renders a policy given as an object", () => {
    const { inputs } = check("aws:iam/rolePolicy:RolePolicy", {
      role: "r",
      policy: { Version: "2012-10-17", Statement: [] },
    });
    assert.equal(inputs.policy, '{"Version":"2012-10-17","Statement":[]}');
  });
  const bad: [string, string, Parameters<typeof checkShape>[2], string][] = [
    ["an unknown key", "aws:ec2/vpc:Vpc", { cidr: "10.0.0.0/16" }, "cidr"],
    ["a missing argument", "aws:ec2/subnet:Subnet", {}, "vpcId"],
    ["text for a number", "aws:ecs/service:Service", { desiredCount: "many" }, "desiredCount"],
    ["a number for a boolean", "aws:ec2/vpc:Vpc", { enableDnsHostnames: 1 }, "enableDnsHostnames"],
    ["text for a list", "aws:lb/loadBalancer:LoadBalancer", { subnets: "subnet-1" }, "subnets"],
    ["a list for a map", "aws:ec2/vpc:Vpc", { tags: ["a"] }, "tags"],
    [
      "an unknown nested key",
      "aws:ecs/service:Service",
      { networkConfiguration: { subnets: [], vpc: "x" } },
      "networkConfiguration.vpc",
    ],
    [
      "a missing nested argument",
      "aws:ecs/service:Service",
      { networkConfiguration: {} },
      "networkConfiguration.subnets",
    ],
    [
      "a value outside of a closed set",
      "aws:ecs/service:Service",
      { schedulingStrategy: "RANDOM" },
      "schedulingStrategy",
    ],
  ];
  for (const [title, token, inputs, path] of bad) {
    it(`refuses ${title}`, () =>
      assert.deepEqual(
        check(token, inputs).violations.map((violation) => violation.path),
        [path],
      ));
  }
  it("passes over unknown values of any kind", () => {
    const inputs = { desiredCount: UNKNOWN, networkConfiguration: UNKNOWN, launchType: UNKNOWN, tags: { a: UNKNOWN } };
    assert.deepEqual(check("aws:ecs/service:Service", inputs).violations, []);
  });
});
