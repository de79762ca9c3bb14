/** For unit tests: of programs that read the platform, and of the platform's own outputs. No Pulumi at run time. */

export type { MockPlatform, MockPlatformOptions, PlatformOverrides } from "./mock-platform.ts";
export { mockPlatform } from "./mock-platform.ts";
export { sampleKubernetes, sampleKubernetesService } from "./sample-kubernetes.ts";
export { samplePlatform, sampleService } from "./sample-platform.ts";
export { assertNoSecrets, findSecrets } from "./secrets.ts";
