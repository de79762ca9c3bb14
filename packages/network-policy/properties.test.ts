import assert from "node:assert/strict";
import fc from "fast-check";
import { type Endpoint, type Network, networkOf } from "./index.ts";
import { outside, policies, query, world } from "./test/arbitraries.ts";
import { naivelyReachable, type Raw, type World } from "./test/naive.ts";

interface Asked {
  readonly from: Endpoint;
  readonly to: Endpoint;
}

/** Every pair of pods, and the outside with every pod both ways. */
function pairs(network: Network, ip: { readonly ip: string }): Asked[] {
  const ends: Endpoint[] = [...network.pods, ip];
  return ends.flatMap((from) => ends.map((to) => ({ from, to })));
}

function denyAll(namespace: string): Raw {
  const spec = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };
  return { metadata: { name: "deny-all", namespace }, spec };
}

const withPolicies = (base: World, list: readonly Raw[]): Network => networkOf({ ...base, policies: list });
const renamed = (list: readonly Raw[]): Raw[] =>
  list.map((one, i) => ({ ...one, metadata: { ...one.metadata, name: `more${i}` } }));

describe("networkOf", () => {
  it("agrees with a slow literal reading of the documentation, and explains what it answers", () => {
    let open = 0;
    let shut = 0;
    fc.assert(
      fc.property(world, outside, query, (base, ip, { port, protocol }) => {
        const network = networkOf(base);
        const end = (one: Endpoint) =>
          typeof one === "string" ? base.pods.find((pod) => `${pod.namespace}/${pod.name}` === one)! : ip;
        for (const { from, to } of pairs(network, ip)) {
          const answer = network.reachable(from, to, port, protocol);
          assert.equal(answer, naivelyReachable(base, end(from), end(to), port, protocol), show(from, to));
          const verdict = network.explain(from, to, port, protocol);
          assert.equal(verdict.allowed, answer);
          assert.equal(verdict.egress.allowed && verdict.ingress.allowed, answer);
          assert.match(verdict.why, answer ? /is allowed/ : /is isolated by/);
          if (answer) open++;
          else shut++;
        }
      }),
      { numRuns: 500 },
    );
    // Both answers must be common, or the agreement says little.
    assert.ok(Math.min(open, shut) / (open + shut) > 0.05, `${open} open, ${shut} shut`);
  });

  it("takes nothing away by a further policy once both sides are isolated", () => {
    fc.assert(
      fc.property(world, policies(2), outside, query, (base, more, ip, { port, protocol }) => {
        const isolated = [...base.policies, ...base.namespaces.map(({ name }) => denyAll(name))];
        const before = withPolicies(base, isolated);
        const after = withPolicies(base, [...isolated, ...renamed(more)]);
        for (const { from, to } of pairs(before, ip)) {
          if (before.reachable(from, to, port, protocol)) assert.ok(after.reachable(from, to, port, protocol));
        }
      }),
    );
  });

  it("gives nothing by a further policy where neither side was isolated", () => {
    fc.assert(
      fc.property(world, policies(3), outside, query, (base, more, ip, { port, protocol }) => {
        const network = withPolicies(base, more);
        for (const { from, to } of pairs(network, ip)) {
          const { egress, ingress, allowed } = network.explain(from, to, port, protocol);
          if (egress.isolatedBy.length + ingress.isolatedBy.length === 0) assert.ok(allowed);
        }
      }),
    );
  });

  it("shuts every pod from every other by a default deny, but not from itself nor hosts from hosts", () => {
    fc.assert(
      fc.property(world, outside, query, (base, ip, { port, protocol }) => {
        const network = withPolicies(
          base,
          base.namespaces.map(({ name }) => denyAll(name)),
        );
        const onHost = new Set(base.pods.filter((p) => p.hostNetwork).map((p) => `${p.namespace}/${p.name}`));
        const free = (end: Endpoint) => typeof end !== "string" || onHost.has(end);
        for (const { from, to } of pairs(network, ip)) {
          assert.equal(network.reachable(from, to, port, protocol), from === to || (free(from) && free(to)));
        }
      }),
    );
  });

  it("does not depend on the order of policies, nor on how rules are spread over them", () => {
    fc.assert(
      fc.property(world, outside, query, (base, ip, { port, protocol }) => {
        const split = base.policies.flatMap((policy): Raw[] => {
          const types = networkTypes(policy);
          const part = (spec: Raw) => ({ ...policy, spec: { podSelector: policy.spec.podSelector, ...spec } });
          return types.flatMap((type) => {
            const side = type === "Ingress" ? "ingress" : "egress";
            const rules: Raw[] = policy.spec[side] ?? [];
            return [
              part({ policyTypes: [type] }),
              ...rules.map((rule) => part({ policyTypes: [type], [side]: [rule] })),
            ];
          });
        });
        const one = networkOf(base);
        const other = withPolicies(base, renamed(split).reverse());
        for (const { from, to } of pairs(one, ip)) {
          assert.equal(other.reachable(from, to, port, protocol), one.reachable(from, to, port, protocol));
        }
      }),
    );
  });
});

function networkTypes({ spec }: Raw): string[] {
  if ((spec.policyTypes ?? []).length > 0) return spec.policyTypes;
  return (spec.egress ?? []).length > 0 ? ["Ingress", "Egress"] : ["Ingress"];
}

function show(from: Endpoint, to: Endpoint): string {
  return `${JSON.stringify(from)} to ${JSON.stringify(to)}`;
}
