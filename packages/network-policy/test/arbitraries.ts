import fc from "fast-check";
import type { Labels, PodInput } from "../index.ts";
import type { Raw, World } from "./naive.ts";

// Few words, so that selectors hit about as often as they miss.
const NAMESPACES = ["a", "b", "c"];
const key = fc.constantFrom("app", "tier", "kubernetes.io/metadata.name");
const value = fc.constantFrom("a", "b", "web");
const protocol = fc.constantFrom("TCP" as const, "UDP" as const, "SCTP" as const);
const portName = fc.constantFrom("http", "metrics");
const portNumber = fc.constantFrom(53, 80, 81, 443);
const ip = fc.tuple(fc.constantFrom(10, 203), fc.constantFrom(0, 1), fc.nat(3)).map(([a, b, c]) => `${a}.${b}.0.${c}`);
const labels: fc.Arbitrary<Labels> = fc.dictionary(fc.constantFrom("app", "tier"), value, { maxKeys: 2 });

const expression = fc.oneof(
  fc.record({ key, operator: fc.constantFrom("In", "NotIn"), values: fc.uniqueArray(value, { minLength: 1 }) }),
  fc.record({ key, operator: fc.constantFrom("Exists", "DoesNotExist") }),
);
const selector = fc.record(
  { matchLabels: fc.dictionary(key, value, { maxKeys: 1 }), matchExpressions: fc.array(expression, { maxLength: 2 }) },
  { requiredKeys: [] },
);
const cidr = fc.tuple(ip, fc.constantFrom(0, 8, 16)).map(([address, prefix]) => `${address}/${prefix}`);
const ipBlock = cidr.chain((block) => {
  const [address, prefix] = block.split("/") as [string, string];
  const except = fc.constantFrom(24, 31, 32).map((longer) => `${address}/${longer}`);
  return fc.record(
    { cidr: fc.constant(block), except: fc.array(except, { maxLength: Number(prefix) < 24 ? 2 : 0 }) },
    { requiredKeys: ["cidr"] },
  );
});
const peer = fc.oneof(
  { weight: 1, arbitrary: fc.record({ ipBlock }) },
  { weight: 1, arbitrary: fc.record({ podSelector: selector }) },
  { weight: 1, arbitrary: fc.record({ namespaceSelector: selector }) },
  { weight: 1, arbitrary: fc.record({ podSelector: selector, namespaceSelector: selector }) },
);
const policyPort = fc.oneof(
  fc.record({ protocol, port: fc.oneof(portNumber, portName) }, { requiredKeys: [] }),
  portNumber.chain((port) =>
    fc.record({ port: fc.constant(port), endPort: fc.integer({ min: port, max: port + 30 }), protocol }),
  ),
);
const rule = (side: string) =>
  fc.record(
    { [side]: fc.array(peer, { maxLength: 2 }), ports: fc.array(policyPort, { maxLength: 2 }) },
    { requiredKeys: [] },
  );

const spec = fc.record(
  {
    podSelector: selector,
    policyTypes: fc.subarray(["Ingress", "Egress"]),
    ingress: fc.array(rule("from"), { maxLength: 2 }),
    egress: fc.array(rule("to"), { maxLength: 2 }),
  },
  { requiredKeys: ["podSelector"] },
);

export const policies = (maxLength: number): fc.Arbitrary<Raw[]> =>
  fc.array(fc.tuple(fc.constantFrom(...NAMESPACES), spec), { maxLength }).map((list) =>
    list.map(([namespace, one], i) => ({
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: `p${i}`, namespace },
      spec: one,
    })),
  );

const pod = fc.record(
  {
    namespace: fc.constantFrom(...NAMESPACES),
    labels,
    ports: fc.uniqueArray(fc.record({ name: portName, port: portNumber, protocol }, { requiredKeys: ["port"] }), {
      selector: (one) => one.name,
      maxLength: 3,
    }),
    ip,
    hostNetwork: fc.nat(5).map((n) => n === 0),
  },
  { requiredKeys: ["namespace", "labels", "ports"] },
);

export const world: fc.Arbitrary<World> = fc
  .tuple(fc.tuple(labels, labels, labels), fc.array(pod, { minLength: 1, maxLength: 5 }), policies(9))
  .map(([spaces, pods, list]) => ({
    namespaces: NAMESPACES.map((name, i) => ({ name, labels: spaces[i]! })),
    pods: pods.map((one, i): PodInput => ({ ...one, name: `pod${i}` })),
    policies: list,
  }));

export const outside = fc.record({ ip });
export const query = fc.record({ port: portNumber, protocol });
