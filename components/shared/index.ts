/** What every component is made with: transforms, names, ARNs, tags, policy documents, checks. Tests import `test-mocks.ts` directly. */
export {
  accountRootArn,
  anyKeyArn,
  arnOf,
  awsManagedPolicyArn,
  dnsSuffix,
  logGroupArn,
  type Place,
  partition,
} from "./arns.ts";
export { checkPlace } from "./check-place.ts";
export { copyPlain } from "./copy-plain.ts";
export { CRYPTOGRAPHY, KEY_ITSELF, keyPolicy } from "./key-policy.ts";
export { autonamed, type NameKind, physicalName } from "./names.ts";
export { assumedBy, type PolicyStatement, type Principals, policyDocument } from "./policy-document.ts";
export { type Finding, type Reporter, reporter } from "./reporter.ts";
export { autoScalingTags, resourceTags } from "./tags.ts";
export { child, type Replaced, type Transform, type Transforms } from "./transform.ts";
