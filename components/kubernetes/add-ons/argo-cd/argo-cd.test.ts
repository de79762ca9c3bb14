import assert from "node:assert/strict";
import { parse } from "yaml";
import { recordProgram, resourceOf, resourcesOf } from "../../../shared/test-mocks.ts";
import { assertPinned } from "../test-assertions.ts";
import { assertSizedPod, releaseValues } from "../test-releases.ts";
import { at, CUSTOM, K8S, WORLD } from "../test-world.ts";
import { ArgoCd } from "./argo-cd.ts";
import type { ArgoCdArgs } from "./args.ts";
import { RECORDS, SERVICE, testArgs } from "./test-args.ts";

const record = (over: Partial<ArgoCdArgs> = {}, preview = false) =>
  recordProgram(WORLD, preview, () => new ArgoCd("argo", testArgs(over)));
type Recorded = Awaited<ReturnType<typeof record>>;
const cm = async (over: Partial<ArgoCdArgs> = {}) =>
  at(releaseValues(await record(over)), "configs", "cm") as Record<string, string | boolean>;
const named = (recording: Recorded, type: string, name: string) =>
  resourcesOf(recording, type).find((resource) => resource.name === name)!;

describe("ArgoCd", () => {
  it("is a pinned release of sized pods, with budgets where there are two", async () => {
    const recording = await record();
    const values = releaseValues(recording);
    for (const part of ["controller", "server", "repoServer", "redis"]) assertSizedPod(values[part]);
    for (const image of [at(values, "global", "image"), at(values, "redis", "image")])
      assertPinned(`${at(image, "repository")}:${at(image, "tag")}`);
    assert.deepEqual(
      resourcesOf(recording, K8S.disruptionBudget)
        .map(({ name }) => name)
        .sort(),
      ["argo-argocd-repo-server-budget", "argo-argocd-server-budget"],
    );
    assert.deepEqual(values.crds, { install: true, keep: true });
  });

  it("has no local account, no anonymous reader, no shell, no notifier and no generator", async () => {
    const values = releaseValues(await record());
    const settings = await cm();
    assert.deepEqual(
      [settings["admin.enabled"], settings["users.anonymous.enabled"], settings["exec.enabled"]],
      [false, "false", false],
    );
    assert.deepEqual(
      [at(values, "dex", "enabled"), at(values, "notifications", "enabled"), at(values, "applicationSet", "replicas")],
      [false, false, 0],
    );
    assert.equal(at(values, "configs", "params", "server.insecure"), false);
    assert.equal(at(values, "configs", "params", "server.disable.auth"), false);
  });

  it("allows nobody anything unless a group says so", async () => {
    const rbac = at(releaseValues(await record({ adminGroups: ["platform-admins"] })), "configs", "rbac");
    assert.equal(at(rbac, "policy.default"), "");
    assert.equal(at(rbac, "policy.csv"), "g, platform-admins, role:admin\n");
  });

  it("signs people in at the issuer, with a secret it refers to", async () => {
    assert.equal((await cm())["oidc.config"], undefined);
    const signIn = {
      issuer: "https://login.example.com",
      clientId: "argocd",
      clientSecret: { secretName: "argocd-oidc", key: "clientSecret" },
    };
    const config = parse(String((await cm({ signIn }))["oidc.config"]));
    assert.equal(config.clientSecret, "$argocd-oidc:clientSecret");
    assert.equal(config.issuer, "https://login.example.com");
  });

  it("reads no Secret", async () => {
    const exclusions = parse(String((await cm())["resource.exclusions"])) as { kinds: string[] }[];
    assert.ok(exclusions.some(({ kinds }) => kinds.includes("Secret")));
    const rules = resourcesOf(await record(), K8S.role).flatMap(
      ({ inputs }) => inputs.rules as { resources: string[] }[],
    );
    assert.ok(rules.every(({ resources }) => !resources.includes("secrets") && !resources.includes("*")));
  });

  it("acts in its teams' namespaces alone: no ClusterRole, a list of namespaces, a Role in each", async () => {
    const recording = await record();
    const values = releaseValues(recording);
    assert.equal(values.createClusterRoles, false);
    assert.equal(at(values, "configs", "clusterCredentials", "in-cluster", "namespaces"), "records,workspaces");
    const roles = resourcesOf(recording, K8S.role);
    assert.deepEqual(
      roles.map(({ inputs }) => `${at(inputs, "metadata", "namespace")}/${at(inputs, "metadata", "name")}`).sort(),
      [
        "records/argocd-application-controller",
        "records/argocd-server",
        "workspaces/argocd-application-controller",
        "workspaces/argocd-server",
      ],
    );
    const verbs = (account: string) =>
      new Set(
        roles
          .filter(({ name }) => name.endsWith(account))
          .flatMap(({ inputs }) => (inputs.rules as { verbs: string[] }[]).flatMap((rule) => rule.verbs)),
      );
    assert.deepEqual([...verbs("server")].sort(), ["get", "list", "watch"]);
    assert.ok(verbs("controller").has("delete"));
  });

  it("with no team manages nothing, not everything", async () => {
    const values = releaseValues(await record({ teams: [], services: [] }));
    assert.equal(at(values, "configs", "clusterCredentials", "in-cluster", "namespaces"), "argo-cd");
  });

  it("gives each team a project of its repositories, namespaces and kinds", async () => {
    const { inputs } = named(await record(), CUSTOM.appProject, "argo-project-team-records");
    assert.deepEqual(at(inputs, "spec", "sourceRepos"), [RECORDS]);
    assert.deepEqual(at(inputs, "spec", "destinations"), [
      { server: "https://kubernetes.default.svc", namespace: "records" },
      { server: "https://kubernetes.default.svc", namespace: "workspaces" },
    ]);
    assert.deepEqual(at(inputs, "spec", "clusterResourceWhitelist"), []);
    const kinds = (at(inputs, "spec", "namespaceResourceWhitelist") as { kind: string }[]).map(({ kind }) => kind);
    for (const kind of ["Secret", "Role", "RoleBinding", "ResourceQuota", "LimitRange"])
      assert.ok(!kinds.includes(kind));
    assert.ok(kinds.includes("Deployment"));
    assert.deepEqual(at(inputs, "spec", "roles", 0, "groups"), ["records-engineers"]);
  });

  it("closes Argo CD's own project", async () => {
    const { inputs } = named(await record(), CUSTOM.appProject, "argo-project-default");
    assert.deepEqual([at(inputs, "spec", "sourceRepos"), at(inputs, "spec", "destinations")], [[], []]);
    assert.equal(at(inputs, "metadata", "annotations", "pulumi.com/patchForce"), "true");
  });

  it("pitfall 17: neither compares nor writes replicas, and syncs when a person says so", async () => {
    const spec = at(named(await record(), CUSTOM.application, "argo-application-record-service").inputs, "spec");
    assert.deepEqual(at(spec, "ignoreDifferences"), [
      { group: "apps", kind: "Deployment", jsonPointers: ["/spec/replicas"] },
    ]);
    assert.equal(at(spec, "syncPolicy", "automated"), undefined);
    const options = at(spec, "syncPolicy", "syncOptions") as string[];
    assert.ok(options.includes("RespectIgnoreDifferences=true") && options.includes("CreateNamespace=false"));
  });

  it("syncs by itself where that was asked for, with a reason", async () => {
    const automated = { prune: true, selfHeal: false, why: "the team deploys ten times a day" };
    const recording = await record({ services: [{ ...SERVICE, automated }] });
    const spec = at(named(recording, CUSTOM.application, "argo-application-record-service").inputs, "spec");
    assert.deepEqual(at(spec, "syncPolicy", "automated"), { prune: true, selfHeal: false });
  });

  it("makes projects after its types, and Applications after their project", async () => {
    const order = (await record()).resources.map(({ name }) => name);
    const before = (a: string, b: string) => assert.ok(order.indexOf(a) < order.indexOf(b), `${a} before ${b}`);
    before("argo-release", "argo-project-team-records");
    before("argo-project-team-records", "argo-application-record-service");
    before("argo-records-controller", "argo-release");
  });

  it("keeps repositories' code away from the cluster", async () => {
    const recording = await record();
    assert.equal(at(releaseValues(recording), "repoServer", "automountServiceAccountToken"), false);
    const egress = (workload: string) =>
      (
        at(named(recording, K8S.networkPolicy, `argo-allow-${workload}`).inputs, "spec", "egress") as {
          ports: { port: number }[];
        }[]
      ).flatMap(({ ports }) => ports.map(({ port }) => port));
    assert.deepEqual(egress("argocd-repo-server"), [53, 53, 6379, 443, 22]);
    assert.deepEqual(egress("argocd-redis"), [53, 53]);
  });

  it("lets in whom the ingress controller brings, by its namespace", async () => {
    const policy = named(await record({ ingressNamespace: "ingress" }), K8S.networkPolicy, "argo-allow-argocd-server");
    assert.deepEqual(at(policy.inputs, "spec", "ingress", 1, "from"), [
      { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "ingress" } } },
    ]);
  });

  it("is the same in preview", async () => {
    const names = ({ resources }: Recorded) => resources.map(({ name }) => name).sort();
    const [preview, update] = [await record({}, true), await record()];
    assert.deepEqual(names(preview), names(update));
    assert.deepEqual(releaseValues(preview), releaseValues(update));
    assert.deepEqual(preview.result.services, ["record-service"]);
    assert.equal(resourceOf(preview, K8S.release).inputs.name, "argocd");
  });
});
