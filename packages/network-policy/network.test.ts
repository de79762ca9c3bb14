import assert from "node:assert/strict";
import { UserError } from "@pyairtable/diagnostics";
import { type Endpoint, type NetworkInput, networkOf, type PodInput } from "./index.ts";

const namespaces = [
  { name: "records", labels: { team: "data" } },
  { name: "edge", labels: { team: "web" } },
];
const http = [{ name: "http", port: 8080 }];
const pods: PodInput[] = [
  { name: "api", namespace: "records", labels: { app: "api", tier: "critical" }, ports: http },
  { name: "db", namespace: "records", labels: { app: "db" }, ports: [{ name: "http", port: 5432 }] },
  { name: "gateway", namespace: "edge", labels: { app: "gateway" }, ports: http },
  { name: "api", namespace: "edge", labels: { app: "api" }, ports: http },
  { name: "agent", namespace: "edge", labels: { app: "api" }, ports: http, hostNetwork: true },
];

const policy = (spec: unknown, name = "p", namespace = "records") => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name, namespace },
  spec,
});
const world = (...policies: unknown[]) => networkOf({ namespaces, pods, policies });
const ingress = (...rules: unknown[]) => policy({ podSelector: {}, policyTypes: ["Ingress"], ingress: rules });
/** Who reaches records/db. */
const callers = (...policies: unknown[]) =>
  world(...policies).pods.filter(
    (from) => from !== "records/db" && world(...policies).reachable(from, "records/db", 5432),
  );

describe("network policies", () => {
  it("leave everything open where there are none", () => assert.equal(callers().length, 4));

  it("isolate ingress by default, egress only where named or where it has a rule", () => {
    const from = (spec: unknown) => world(policy(spec)).explain("records/api", "records/db", 5432);
    assert.deepEqual(from({ podSelector: {} }).ingress.isolatedBy, ["records/p"]);
    assert.deepEqual(from({ podSelector: {}, egress: [] }).egress.isolatedBy, []);
    assert.deepEqual(from({ podSelector: {}, egress: [{}] }).egress.isolatedBy, ["records/p"]);
    assert.deepEqual(from({ podSelector: {}, policyTypes: ["Egress"] }).ingress.isolatedBy, []);
  });

  it("hold in their own namespace only", () => {
    const everywhere = policy({ podSelector: {} }, "p", "edge");
    assert.equal(world(everywhere).reachable("edge/gateway", "records/db", 5432), true);
    assert.equal(world(everywhere).reachable("records/db", "edge/gateway", 8080), false);
  });

  const api = { matchLabels: { app: "api" } };
  const peers: [string, unknown, string[]][] = [
    ["an empty rule lets all in", {}, ["edge/agent", "edge/api", "edge/gateway", "records/api"]],
    ["an empty list of peers lets all in", { from: [] }, ["edge/agent", "edge/api", "edge/gateway", "records/api"]],
    ["a pod selector alone stays in the namespace", { from: [{ podSelector: api }] }, ["records/api"]],
    [
      "a namespace selector alone takes all its pods",
      { from: [{ namespaceSelector: { matchLabels: { team: "web" } } }] },
      ["edge/api", "edge/gateway"],
    ],
    [
      "both in one peer must both hold",
      { from: [{ podSelector: api, namespaceSelector: { matchLabels: { team: "web" } } }] },
      ["edge/api"],
    ],
    [
      "in two peers either will do",
      { from: [{ podSelector: api }, { namespaceSelector: { matchLabels: { team: "web" } } }] },
      ["edge/api", "edge/gateway", "records/api"],
    ],
    [
      "an empty namespace selector takes every namespace",
      { from: [{ namespaceSelector: {} }] },
      ["edge/api", "edge/gateway", "records/api"],
    ],
    [
      "namespaces have their name as a label",
      { from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "records" } } }] },
      ["records/api"],
    ],
    [
      "NotIn holds where the label is missing",
      {
        from: [
          {
            podSelector: { matchExpressions: [{ key: "tier", operator: "NotIn", values: ["critical"] }] },
            namespaceSelector: {},
          },
        ],
      },
      ["edge/api", "edge/gateway"],
    ],
    ["the client's spelling of from is read", { _from: [{ podSelector: api }] }, ["records/api"]],
  ];
  for (const [what, rule, wanted] of peers) it(what, () => assert.deepEqual(callers(ingress(rule)), wanted));

  it("match ports by number, range, name and protocol", () => {
    const reaches = (ports: unknown[], port: number, protocol?: "TCP" | "UDP") =>
      world(ingress({ ports })).reachable("edge/gateway", "records/db", port, protocol);
    assert.equal(reaches([], 1), true);
    assert.equal(reaches([{ port: 5432 }], 5432), true);
    assert.equal(reaches([{ port: 5432 }], 5432, "UDP"), false);
    assert.equal(reaches([{ protocol: "UDP" }], 53, "UDP"), true);
    assert.equal(reaches([{ protocol: "UDP" }], 53), false);
    assert.deepEqual(
      [5399, 5400, 5432, 5433].map((port) => reaches([{ port: 5400, endPort: 5432 }], port)),
      [false, true, true, false],
    );
    // The name is the callee's: http is 5432 on the database.
    assert.deepEqual(
      [5432, 8080].map((port) => reaches([{ port: "http" }], port)),
      [true, false],
    );
    assert.equal(reaches([{ port: "http", protocol: "UDP" }], 5432, "UDP"), false);
  });

  it("resolve named ports of egress at the pod that is called", () => {
    const out = policy({ podSelector: api, policyTypes: ["Egress"], egress: [{ ports: [{ port: "http" }] }] });
    assert.equal(world(out).reachable("records/api", "records/db", 5432), true);
    assert.equal(world(out).reachable("records/api", "edge/gateway", 8080), true);
    assert.equal(world(out).reachable("records/api", "edge/gateway", 5432), false);
    assert.equal(world(out).reachable("records/api", { ip: "203.0.113.9" }, 8080), false);
  });

  it("match addresses outside by block and exception, both families", () => {
    const out = (cidr: string, except: string[] = []) =>
      world(policy({ podSelector: {}, policyTypes: ["Egress"], egress: [{ to: [{ ipBlock: { cidr, except } }] }] }));
    const reaches = (network: ReturnType<typeof out>, ip: string) => network.reachable("records/api", { ip }, 443);
    const internet = out("0.0.0.0/0", ["10.0.0.0/8", "169.254.169.254/32"]);
    assert.equal(reaches(internet, "203.0.113.9"), true);
    assert.equal(reaches(internet, "10.1.2.3"), false);
    assert.equal(reaches(internet, "169.254.169.254"), false);
    assert.equal(reaches(internet, "2001:db8::1"), false);
    assert.equal(reaches(out("2001:db8::/32"), "2001:db8::1"), true);
    // A pod without a known address is in no block.
    assert.equal(internet.reachable("records/api", "records/db", 5432), false);
  });

  it("let a block match a pod whose address is known", () => {
    const known: NetworkInput = {
      namespaces,
      pods: pods.map((pod, i) => ({ ...pod, ip: `10.1.0.${i}` })),
      policies: [ingress({ from: [{ ipBlock: { cidr: "10.1.0.2/32" } }] })],
    };
    assert.equal(networkOf(known).reachable("edge/gateway", "records/db", 5432), true);
    assert.equal(networkOf(known).reachable("edge/api", "records/db", 5432), false);
  });

  it("shut out the outside, and let a pod reach itself", () => {
    const shut = world(ingress());
    const internet: Endpoint = { ip: "203.0.113.9" };
    assert.equal(shut.reachable(internet, "records/api", 8080), false);
    assert.equal(shut.reachable("records/api", "records/api", 8080), true);
    assert.match(shut.explain("records/api", "records/api", 1).why, /always reaches itself/);
  });

  it("say who allows, and which side denies", () => {
    const out = policy({ podSelector: {}, policyTypes: ["Egress"], egress: [{ ports: [{ port: 53 }] }] }, "dns");
    const into = policy({ podSelector: {}, ingress: [{ ports: [{ port: 1 }] }, {}] }, "open");
    const network = world(out, into);
    assert.equal(
      network.explain("records/api", "records/db", 5432).why,
      "records/api → records/db on TCP 5432 is denied: egress of records/api is isolated by records/dns, and no rule of them lets it through",
    );
    assert.equal(
      network.explain("edge/api", "records/db", 5432).why,
      "edge/api → records/db on TCP 5432 is allowed: no policy isolates the egress of edge/api; ingress of records/db by records/open rule 1",
    );
    assert.deepEqual(network.explain("records/api", "records/db", 53).egress, {
      allowed: true,
      isolatedBy: ["records/dns"],
      allowedBy: [{ policy: "records/dns", rule: 0 }],
    });
  });

  it("know their pods and addresses", () => {
    assert.throws(() => world().reachable("records/nobody", "records/db", 1), /no pod records\/nobody/);
    assert.throws(() => world().reachable({ ip: "example.com" }, "records/db", 1), /no IP address/);
  });
});

describe("what Kubernetes would refuse", () => {
  const refused: [string, unknown, RegExp][] = [
    ["a field it does not know", { podselector: {} }, /policies\[0\]\.spec\n.*\n.*podselector/],
    [
      "a peer of nothing",
      { podSelector: {}, ingress: [{ from: [{}] }] },
      /ingress\.0\.from\.0\n[\s\S]*either ipBlock alone/,
    ],
    [
      "a block beside a selector",
      { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" }, podSelector: {} }] }] },
      /either ipBlock/,
    ],
    [
      "no block",
      { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/40" } }] }] },
      /ipBlock\.cidr\n[\s\S]*an address block/,
    ],
    [
      "an exception outside",
      { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["11.0.0.0/9"] } }] }] },
      /inside 10\.0\.0\.0\/8/,
    ],
    [
      "an exception as large",
      { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["10.0.0.0/8"] } }] }] },
      /smaller/,
    ],
    [
      "values for Exists",
      { podSelector: { matchExpressions: [{ key: "a", operator: "Exists", values: ["b"] }] } },
      /values for In/,
    ],
    ["In without values", { podSelector: { matchExpressions: [{ key: "a", operator: "In" }] } }, /values for In/],
    ["a range of a named port", { ingress: [{ ports: [{ port: "http", endPort: 90 }] }] }, /endPort\n/],
    ["a range that runs backwards", { ingress: [{ ports: [{ port: 90, endPort: 80 }] }] }, /at least port/],
    ["a port of 0", { ingress: [{ ports: [{ port: 0 }] }] }, /ports\.0\.port/],
  ];
  for (const [what, spec, message] of refused) it(what, () => assert.throws(() => world(policy(spec)), message));

  it("and what was not given, all at once", () => {
    const stranger = { name: "x", namespace: "nowhere", ip: "10.0.0" };
    const input = {
      namespaces,
      pods: [...pods, pods[0]!, stranger],
      policies: [policy({}), policy({}), policy({}, "q", "lost"), null],
    };
    assert.throws(
      () => networkOf(input),
      (error: unknown) => {
        assert.ok(error instanceof UserError);
        assert.deepEqual(error.diagnostics.map(({ code, path }) => `${code} ${path}`).sort(), [
          "network-policy.address pods[6].ip",
          "network-policy.invalid policies[3]",
          "network-policy.namespace pods[6].namespace",
          "network-policy.namespace policies[2].metadata.namespace",
          "network-policy.twice pods[5].name",
          "network-policy.twice policies[1].metadata.name",
        ]);
        return true;
      },
    );
  });
});
