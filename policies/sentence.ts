import type { EnforcementLevel, Policy, Severity } from "@pulumi/policy";
import { type ConfigOf, configSchemaOf, type Settings } from "./settings.ts";

/** Whose control → the document its ids are of. */
export const CONTROL_PREFIXES = {
  wa: "AWS Well-Architected, pillar",
  fsbp: "AWS Foundational Security Best Practices",
  "cis-k8s": "CIS Kubernetes Benchmark 1.10, chapter 5",
  "cis-eks": "CIS Amazon EKS Benchmark 1.7",
  nsa: "NSA and CISA, Kubernetes Hardening Guide, by chapter",
  pss: "Kubernetes Pod Security Standards, by profile",
} as const;

/** What every rule says of itself. File name, id and title say the same thing. */
export interface Sentence<S extends Settings> {
  /** Kebab case, the file's name, a public contract: limits files and waivers name it. */
  readonly id: string;
  /** The rule as one sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Default `mandatory`. */
  readonly enforcement?: Exclude<EnforcementLevel, "disabled" | "remediate">;
  /** How a breach is put right, for the rule's page. */
  readonly remediation: string;
  /** Controls it serves, by a prefix of `CONTROL_PREFIXES`. */
  readonly controls: readonly string[];
  readonly url?: string;
  /** Its knobs, set per stack in `limits/*.json`. */
  readonly config?: S;
}

/** The answer "this rule does not apply here", with the reason. */
export interface NotApplicable {
  readonly notApplicable: string;
}
/** No findings is the answer "compliant". A generator's findings before an unknown value are kept. */
export type Answer<F> = Iterable<F> | NotApplicable;

export function notApplicable(reason: string): NotApplicable {
  return { notApplicable: reason };
}

export function isNotApplicable(answer: Answer<unknown>): answer is NotApplicable {
  return "notApplicable" in answer;
}

export type Check<Subject, F, S extends Settings> = (subject: Subject, config: ConfigOf<S>) => Answer<F>;

/** What the SDK is told of a rule, both kinds. */
export function policyHead<S extends Settings>(sentence: Sentence<S>): Policy {
  const { id, title, severity, enforcement, remediation, controls, url, config } = sentence;
  return {
    name: id,
    description: title,
    enforcementLevel: enforcement ?? "mandatory",
    severity,
    tags: [...controls],
    remediationSteps: remediation,
    ...(url === undefined ? {} : { url }),
    ...(config === undefined ? {} : { configSchema: configSchemaOf(config) }),
  };
}
