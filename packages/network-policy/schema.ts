import * as z from "zod";
import { exceptProblem, isCidr } from "./cidr.ts";

// Strict, because a misspelt field of a policy is not refused by every client, and opens or closes what nobody meant.

const labels = z.record(z.string(), z.string());

const expression = z
  .strictObject({
    key: z.string().min(1),
    operator: z.enum(["In", "NotIn", "Exists", "DoesNotExist"]),
    values: z.array(z.string()).nullish(),
  })
  .refine(({ operator, values }) => operator.endsWith("In") === (values ?? []).length > 0, {
    path: ["values"],
    message: "values for In and NotIn, none for Exists and DoesNotExist",
  });

const selector = z.strictObject({ matchLabels: labels.nullish(), matchExpressions: z.array(expression).nullish() });

const cidr = z.string().refine(isCidr, "an address block such as 10.0.0.0/8");
const ipBlock = z.strictObject({ cidr, except: z.array(cidr).nullish() }).superRefine((block, context) => {
  for (const [index, except] of (block.except ?? []).entries()) {
    const message = exceptProblem(block.cidr, except);
    if (message !== null) context.addIssue({ code: "custom", path: ["except", index], message });
  }
});

const peer = z
  .strictObject({ podSelector: selector.nullish(), namespaceSelector: selector.nullish(), ipBlock: ipBlock.nullish() })
  .refine((p) => (p.ipBlock == null) !== (p.podSelector == null && p.namespaceSelector == null), {
    message: "either ipBlock alone, or podSelector, namespaceSelector or both",
  });

const portNumber = z.int().min(1).max(65_535);
// A name of RFC 6335: letters, digits, single hyphens inside, at least one letter, at most 15.
const portName = z.string().regex(/^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/, "a port name");
const port = z
  .strictObject({
    protocol: z.enum(["TCP", "UDP", "SCTP"]).nullish(),
    port: z.union([portNumber, portName]).nullish(),
    endPort: portNumber.nullish(),
  })
  .refine((p) => p.endPort == null || (typeof p.port === "number" && p.endPort >= p.port), {
    path: ["endPort"],
    message: "at least port, which must then be a number",
  });

const peers = z.array(peer).nullish();
const ports = z.array(port).nullish();
// `_from`: how the JavaScript client spells a field that is a word of some languages.
const ingressRule = z
  .strictObject({ from: peers, _from: peers, ports })
  .transform((rule) => ({ peers: rule.from ?? rule._from ?? [], ports: rule.ports ?? [] }));
const egressRule = z
  .strictObject({ to: peers, ports })
  .transform((rule) => ({ peers: rule.to ?? [], ports: rule.ports ?? [] }));

export const policySchema = z.looseObject({
  apiVersion: z.literal("networking.k8s.io/v1").nullish(),
  kind: z.literal("NetworkPolicy").nullish(),
  metadata: z.looseObject({ name: z.string().min(1), namespace: z.string().min(1) }),
  spec: z.strictObject({
    podSelector: selector.nullish(),
    policyTypes: z.array(z.enum(["Ingress", "Egress"])).nullish(),
    ingress: z.array(ingressRule).nullish(),
    egress: z.array(egressRule).nullish(),
  }),
});

export type Selector = z.output<typeof selector>;
export type Peer = z.output<typeof peer>;
export type PolicyPort = z.output<typeof port>;
export type PolicyRule = z.output<typeof egressRule>;
export type Policy = z.output<typeof policySchema>;
