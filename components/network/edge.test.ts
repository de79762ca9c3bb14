import assert from "node:assert/strict";
import { BucketPolicy } from "@pulumi/aws/s3/index.js";
import { recordProgram, resourceOf, resourcesOf, settled, UNKNOWN } from "../shared/test-mocks.ts";
import { Edge } from "./edge.ts";
import type { EdgeArgs } from "./edge-args.ts";
import { assertTagged, INGRESS, openToAll } from "./test-assertions.ts";
import { edgeArgs, networkWorld } from "./test-world.ts";

const LISTENER = "aws:lb/listener:Listener";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const RECORD = "aws:route53/record:Record";

const run = (changes: Partial<EdgeArgs> = {}, preview = false) =>
  recordProgram(networkWorld, preview, () => new Edge("edge", edgeArgs(changes)));

const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b";

describe("Edge", () => {
  it("answers with its addresses", async () => {
    const { result } = await run({ testListener: true });
    assert.equal(await settled(result.arnSuffix), "app/edge-alb/1");
    assert.equal(await settled(result.dnsName), "edge-alb.elb.example");
    assert.equal(await settled(result.securityGroupId), "edge-security-group-id");
    assert.match(String(await settled(result.httpsListenerArn)), /edge-https$/);
    assert.match(String(await settled(result.testListenerArn!)), /edge-test$/);
    assert.equal(result.url, "https://app.example.com");
  });

  it("makes the same resources in preview and in update", async () => {
    const changes = { waf: true, testListener: true };
    const [previewed, updated] = [await run(changes, true), await run(changes)];
    const names = (recording: typeof updated) => recording.resources.map(({ type, name }) => `${type} ${name}`).sort();
    assert.deepEqual(names(previewed), names(updated));
    assert.equal(await settled(previewed.result.dnsName), UNKNOWN);
    assertTagged(updated.resources);
    assertTagged(previewed.resources);
  });

  it("redirects HTTP for good, answers 404 by default, and speaks no TLS below 1.2", async () => {
    const [http, https, ...others] = resourcesOf(await run(), LISTENER);
    assert.deepEqual(http?.inputs.defaultActions, [
      { type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } },
    ]);
    assert.match(JSON.stringify(https?.inputs.defaultActions), /"type":"fixed-response"/);
    assert.match(JSON.stringify(https?.inputs.defaultActions), /"statusCode":"404"/);
    assert.equal(https?.inputs.sslPolicy, "ELBSecurityPolicy-TLS13-1-2-2021-06");
    assert.deepEqual(others, []);
  });

  it("opens 80 and 443 to the internet with the reason given, and the test port to the VPC", async () => {
    const recording = await run({ testListener: true });
    assert.deepEqual(openToAll(recording.resources, INGRESS).sort(), ["edge-ingress-http", "edge-ingress-https"]);
    for (const { name, inputs } of resourcesOf(recording, INGRESS)) {
      if (name === "edge-ingress-test") assert.equal(inputs.cidrIpv4, "10.0.0.0/16");
      else assert.match(String(inputs.description), /the public API/);
    }
    assert.deepEqual(resourcesOf(recording, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), []);
  });

  it("opens nothing to the internet when internal", async () => {
    const recording = await run({ exposure: { scheme: "internal" } });
    assert.deepEqual(openToAll(recording.resources, INGRESS), []);
    assert.equal(resourceOf(recording, BALANCER).inputs.internal, true);
  });

  it("hardens the load balancer", async () => {
    const { inputs } = resourceOf(await run(), BALANCER);
    assert.equal(inputs.internal, false);
    assert.equal(inputs.dropInvalidHeaderFields, true);
    assert.equal(inputs.desyncMitigationMode, "defensive");
    assert.equal(inputs.enableDeletionProtection, true);
    assert.equal(inputs.idleTimeout, 60);
    assert.deepEqual(inputs.accessLogs, { enabled: true, bucket: "edge-access-logs" });
  });

  it("keeps access logs private, encrypted, over TLS, for as long as asked", async () => {
    const recording = await run({ accessLogs: { enabled: true, retentionDays: 7 } });
    const of = (kind: string) =>
      resourceOf(recording, `aws:s3/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`).inputs;
    const { bucket: _, ...block } = of("BucketPublicAccessBlock");
    assert.deepEqual(Object.values(block), [true, true, true, true]);
    assert.deepEqual(of("BucketOwnershipControls").rule, { objectOwnership: "BucketOwnerEnforced" });
    assert.match(JSON.stringify(of("BucketServerSideEncryptionConfiguration").rules), /AES256/);
    assert.match(JSON.stringify(of("BucketLifecycleConfiguration").rules), /"expiration":\{"days":7\}/);
    const [write, tls] = JSON.parse(String(of("BucketPolicy").policy)).Statement;
    assert.equal(write.Resource, "arn:aws:s3:::edge-access-logs/AWSLogs/111122223333/*");
    assert.deepEqual([tls.Effect, tls.Condition], ["Deny", { Bool: { "aws:SecureTransport": "false" } }]);
    assert.equal(of("Bucket").forceDestroy, false);
  });

  it("waits for the log bucket's policy before the load balancer tries to write", async () => {
    let dependsOn: unknown;
    const transform: EdgeArgs["transform"] = {
      loadBalancer: (_, opts) => {
        dependsOn = opts.dependsOn;
      },
    };
    await run({ transform });
    const [policy, ...others] = dependsOn as unknown[];
    assert.ok(policy instanceof BucketPolicy);
    assert.deepEqual(others, []);
  });

  it("makes no bucket where access logs are off", async () => {
    const recording = await run({ accessLogs: { enabled: false, retentionDays: 7 } });
    assert.deepEqual(resourcesOf(recording, "aws:s3/bucket:Bucket"), []);
    assert.equal(resourceOf(recording, BALANCER).inputs.accessLogs, undefined);
  });

  it("takes the certificate given, or makes and validates one before the listener uses it", async () => {
    const given = await run({ certificateArn, hostedZoneId: null });
    assert.deepEqual(resourcesOf(given, RECORD), []);
    assert.equal(resourcesOf(given, LISTENER)[1]?.inputs.certificateArn, certificateArn);

    const made = await run();
    const [proof, alias] = resourcesOf(made, RECORD);
    assert.deepEqual([proof?.inputs.name, proof?.inputs.records], ["_x.app.example.com", ["_y.acm.example"]]);
    assert.deepEqual(alias?.inputs.aliases, [
      { name: "edge-alb.elb.example", zoneId: "ZELB", evaluateTargetHealth: true },
    ]);
    const validated = resourceOf(made, "aws:acm/certificateValidation:CertificateValidation");
    assert.equal(resourcesOf(made, LISTENER)[1]?.inputs.certificateArn, validated.inputs.certificateArn);
  });

  it("applies a transform to any child before it is made", async () => {
    const recording = await run({
      transform: {
        loadBalancer: (args) => {
          args.clientKeepAlive = 600;
        },
        ingress: (args, opts, name) =>
          name === "edge-ingress-http" ? { args: { ...args, cidrIpv4: "10.9.0.0/16" }, opts } : undefined,
      },
    });
    assert.equal(resourceOf(recording, BALANCER).inputs.clientKeepAlive, 600);
    assert.deepEqual(openToAll(recording.resources, INGRESS), ["edge-ingress-https"]);
  });
});
