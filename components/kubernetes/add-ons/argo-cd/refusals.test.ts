import assert from "node:assert/strict";
import { assertRefused } from "../test-refusals.ts";
import type { ArgoCdArgs } from "./args.ts";
import { normaliseArgoCd } from "./normalise.ts";
import { servicesLeftToPulumi } from "./ownership.ts";
import { SERVICE, TEAM, testArgs } from "./test-args.ts";

const SIGN_IN = {
  issuer: "https://login.example.com",
  clientId: "argocd",
  clientSecret: { secretName: "argocd-oidc", key: "clientSecret" },
};
const service = (over: object) => ({ services: [{ ...SERVICE, ...over }] });
const team = (over: object) => ({ teams: [{ ...TEAM, ...over }] });

describe("args of ArgoCd", () => {
  it("are taken as they are", () => {
    normaliseArgoCd(testArgs({ signIn: SIGN_IN, adminGroups: ["platform-admins"] }));
    for (const repository of ["ssh://git@git.example.com/a/b", "git@git.example.com:a/b"])
      normaliseArgoCd(testArgs({ ...team({ repositories: [repository] }), ...service({ repository }) }));
  });

  const BAD: readonly (readonly [string, Partial<ArgoCdArgs>, ...string[]])[] = [
    ["a cluster too new", { kubernetesVersion: "1.36" }, "kubernetes-version"],
    ["a host with a scheme", { host: "https://argocd.example.com" }, "host"],
    ["sign-in without encryption", { signIn: { ...SIGN_IN, issuer: "http://login.example.com" } }, "insecure"],
    ["no client", { signIn: { ...SIGN_IN, clientId: "" } }, "sign-in"],
    ["everyone as admin", { adminGroups: ["*"] }, "group"],
    ["a group that breaks out of its line", { adminGroups: ["x, role:admin"] }, "group"],
    ["everyone in a team", team({ groups: ["*"] }), "group"],
    ["two controllers", { sizes: { controller: { replicas: 2 } } }, "number"],
    ["every repository", team({ repositories: ["*"] }), "repository", "repository"],
    [
      "a repository without encryption",
      team({ repositories: ["http://git.example.com/a"] }),
      "repository",
      "repository",
    ],
    [
      "a repository with a password",
      team({ repositories: ["https://me:pw@git.example.com/a"] }),
      "repository",
      "repository",
    ],
    ["deployment to kube-system", team({ namespaces: ["records", "kube-system"] }), "destination"],
    ["deployment to itself", team({ namespaces: ["records", "argo-cd"] }), "destination"],
    ["every namespace", team({ namespaces: ["records", "*"] }), "name"],
    ["a team called default", { ...team({ name: "default" }), ...service({ team: "default" }) }, "name"],
    ["the same team twice", { teams: [TEAM, TEAM] }, "twice"],
    ["the same service twice", { services: [SERVICE, SERVICE] }, "twice"],
    ["a service of nobody", service({ team: "team-record" }), "team"],
    ["a service elsewhere", service({ namespace: "billing" }), "destination"],
    ["a service from elsewhere", service({ repository: "https://git.example.com/x/y" }), "repository"],
    ["a folder outside", service({ path: "../secrets" }), "path"],
    ["whatever HEAD is", service({ revision: "HEAD" }), "revision"],
    ["no revision", service({ revision: "" }), "revision"],
    ["automation without a reason", service({ automated: { prune: true, selfHeal: true, why: "" } }), "reason"],
    ["several at once", { host: "x", ...service({ path: "/", revision: "HEAD" }) }, "host", "path", "revision"],
  ];
  for (const [what, over, ...codes] of BAD)
    it(`refuse ${what}`, () => assertRefused(() => normaliseArgoCd(testArgs(over)), ...codes));
});

describe("servicesLeftToPulumi", () => {
  it("are all but those Argo CD owns", () => {
    const services = [{ name: "auth-service" }, { name: "record-service" }];
    assert.deepEqual(servicesLeftToPulumi(services, [SERVICE]), [{ name: "auth-service" }]);
    assert.deepEqual(servicesLeftToPulumi(services, []), services);
  });
});
