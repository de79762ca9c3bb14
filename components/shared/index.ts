/** What every component is made with: transforms, names, tags, policy documents. Tests import `test-mocks.ts` directly. */
export { copyPlain } from "./copy-plain.ts";
export { autonamed, type NameKind, physicalName } from "./names.ts";
export { assumedBy, type PolicyStatement, type Principals, policyDocument } from "./policy-document.ts";
export { autoScalingTags, resourceTags } from "./tags.ts";
export { child, type Replaced, type Transform, type Transforms } from "./transform.ts";
