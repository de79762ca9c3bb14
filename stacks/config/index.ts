/** The platform's configuration: one structured object per environment, read strictly. */
export { configErrorCodes } from "./error-codes.ts";
export { readPlatformConfig } from "./read.ts";
export { fromYamlFile, stacksIn } from "./stack-file.ts";
export type { PlatformConfig, ServiceOverride } from "./types.ts";
