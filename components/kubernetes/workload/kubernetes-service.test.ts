import assert from "node:assert/strict";
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import { recordProgram, resourceOf, resourcesOf, settled, UNKNOWN } from "../../shared/test-mocks.ts";
import type { KubernetesServiceArgs } from "./args.ts";
import { KubernetesService } from "./kubernetes-service.ts";
import { serviceManifests } from "./manifests.ts";
import { COMPONENT, fullArgs, internalArgs, TAGS, TYPES, WORLD, workerArgs } from "./test-world.ts";
import type { KubernetesServiceTransform } from "./transform.ts";

const record = (args: KubernetesServiceArgs, preview = false) =>
  recordProgram(WORLD, preview, () => new KubernetesService("s", args));

/** Kinds made, sorted, without the component. */
async function kindsOf(args: KubernetesServiceArgs): Promise<string[]> {
  const { resources } = await record(args);
  return resources.flatMap(({ type, custom }) => (custom ? [type.slice(type.lastIndexOf(":") + 1)] : [])).sort();
}

const CHILDREN = [
  "serviceAccount",
  "deployment",
  "service",
  "ingress",
  "horizontalAutoscaler",
  "scaledObject",
  "triggerAuthentication",
  "verticalAutoscaler",
  "disruptionBudget",
  "networkPolicy",
  "externalSecret",
  "serviceMonitor",
  "role",
  "rolePolicy",
  "identityAssociation",
] as const;

/** Calls `note` for each child with its options and logical name. */
function watching(note: (name: string, opts: CustomResourceOptions) => void): KubernetesServiceTransform {
  return Object.fromEntries(
    CHILDREN.map((key) => [key, (_: unknown, opts: CustomResourceOptions, name: string) => note(name, opts)]),
  );
}

describe("KubernetesService", () => {
  it("makes 6 resources for an internal service (README, Resources)", async () => {
    assert.deepEqual(await kindsOf(internalArgs()), [
      "Deployment",
      "HorizontalPodAutoscaler",
      "NetworkPolicy",
      "PodDisruptionBudget",
      "Service",
      "ServiceAccount",
    ]);
  });

  it("makes 7 for a queue worker that may be moved, with KEDA in place of the HPA", async () => {
    const secrets = [{ variable: "MODEL_API_KEY", secretName: "pyairtable/prod/model" }];
    assert.deepEqual(await kindsOf(workerArgs({ secrets, secretStore: "pyairtable" })), [
      "Deployment",
      "ExternalSecret",
      "NetworkPolicy",
      "ScaledObject",
      "Service",
      "ServiceAccount",
      "TriggerAuthentication",
    ]);
  });

  it("makes 13 with everything there is", async () => {
    const kinds = await kindsOf(fullArgs());
    assert.equal(kinds.length, 13);
    for (const kind of ["Ingress", "ServiceMonitor", "VerticalPodAutoscaler", "Role", "PodIdentityAssociation"])
      assert.ok(kinds.includes(kind), kind);
  });

  it("pitfall 17: has one owner of the replica count, whichever it is", async () => {
    for (const args of [internalArgs(), workerArgs()]) {
      const kinds = await kindsOf(args);
      const owners = kinds.filter((kind) => kind === "HorizontalPodAutoscaler" || kind === "ScaledObject");
      assert.equal(owners.length, 1);
    }
  });

  it("fixes names, so that others find it, and keeps all that rules read known in preview", async () => {
    const recording = await record(fullArgs(), true);
    const kubernetes = recording.resources.filter(({ type }) => type.startsWith("kubernetes:"));
    assert.equal(kubernetes.length, 10);
    for (const { type, inputs } of kubernetes) {
      const { name, namespace, labels } = inputs.metadata as Record<string, string> & { labels: object };
      assert.match(name ?? "", /^record-service(-secrets)?$/, type);
      assert.equal(namespace, "pyairtable-records", type);
      assert.ok(Object.values(labels ?? {}).includes(TAGS.CostCenter), type);
      assert.ok(!JSON.stringify(inputs).includes(UNKNOWN), type);
    }
    assert.notEqual(resourceOf(recording, TYPES.role).inputs.assumeRolePolicy, UNKNOWN);
    assert.equal(resourceOf(recording, TYPES.association).inputs.serviceAccount, "record-service");
  });

  for (const preview of [true, false])
    it(`tells its outputs ${preview ? "in preview" : "after an update"}`, async () => {
      const { result } = await record(fullArgs(), preview);
      assert.deepEqual([result.name, result.namespace, result.port], ["record-service", "pyairtable-records", 8301]);
      assert.equal(result.dnsName, "record-service.pyairtable-records.svc.cluster.local");
      assert.equal(result.url, "https://api.example.com");
      assert.equal((await settled(result.roleArn!)) === UNKNOWN, preview);
    });

  it("is reached inside where it has no Ingress, and has no role where it needs none", async () => {
    const { result } = await record(internalArgs());
    assert.equal(result.url, "http://record-service.pyairtable-records.svc.cluster.local:8301");
    assert.equal(result.roleArn, undefined);
  });

  it("makes in the cluster what serviceManifests says, word for word", async () => {
    for (const args of [fullArgs(), workerArgs({ secrets: [{ variable: "A", secretName: "a" }], secretStore: "s" })]) {
      const { resources } = await record(args);
      const made = resources.flatMap(({ type, inputs }) => (type.startsWith("kubernetes:") ? [inputs] : []));
      const said = serviceManifests(args).map((object) => JSON.parse(JSON.stringify(object)) as object);
      const byKind = (objects: readonly object[]) => Map.groupBy(objects, (one) => (one as { kind: string }).kind);
      assert.deepEqual(byKind(made.map((one) => ({ ...one }))), byKind(said));
    }
  });

  it("registers itself under its public type and name", async () => {
    assert.equal(resourceOf(await record(internalArgs()), COMPONENT).name, "s");
  });

  it("lets each child be changed before it is made", async () => {
    const touched: string[] = [];
    const transform = watching((name) => void touched.push(name));
    const both = [fullArgs({ transform }), workerArgs({ transform })];
    const made: string[] = [];
    for (const args of both) {
      const { resources } = await record(args);
      made.push(...resources.filter(({ custom }) => custom).map(({ name }) => name));
    }
    assert.deepEqual(touched.sort(), made.sort());
    assert.ok(made.every((name) => name.startsWith("s-")));
  });

  it("applies what a transform changes", async () => {
    const transform: KubernetesServiceTransform = {
      deployment: (args) => {
        args.metadata = { name: "other" };
      },
    };
    const recording = await record(internalArgs({ transform }));
    assert.deepEqual(resourceOf(recording, TYPES.deployment).inputs.metadata, { name: "other" });
  });

  it("starts pods only after their policy, account, Secret and rights; KEDA only after the Deployment", async () => {
    const before: Record<string, string[]> = {};
    const transform = watching((name, { dependsOn }) => {
      before[name] = [dependsOn ?? []].flat().map((one) => (one as Resource).constructor.name);
    });
    await record(fullArgs({ transform }));
    assert.deepEqual(before["s-deployment"]?.sort(), [
      "CustomResource",
      "NetworkPolicy",
      "PodIdentityAssociation",
      "RolePolicy",
      "ServiceAccount",
    ]);
    await record(workerArgs({ transform }));
    assert.deepEqual(before["s-scaled-object"]?.sort(), ["CustomResource", "Deployment"]);
  });

  it("waits for what it is told to wait for", async () => {
    const waits: number[] = [];
    await recordProgram(WORLD, false, () => {
      const first = new KubernetesService("first", internalArgs());
      const transform = watching((_, { dependsOn }) => {
        if ([dependsOn ?? []].flat().includes(first)) waits.push(1);
      });
      new KubernetesService("s", internalArgs({ transform, wiring: { dependsOn: [first] } }));
    });
    assert.equal(waits.length, 6);
  });

  it("makes nothing at all where something is wrong", async () => {
    const recording = await recordProgram(WORLD, false, () => {
      assert.throws(() => new KubernetesService("s", internalArgs({ image: "x" })), /workload.image/);
    });
    assert.equal(resourcesOf(recording, COMPONENT).length, 0);
  });
});
