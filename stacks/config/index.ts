/** The platform's configuration: one structured object per environment, read strictly. */

export type { PlatformConfig, ServiceOverride } from "../../catalog/platform-config.ts";
export { configErrorCodes } from "./error-codes.ts";
export { platformJsonSchema, stackFileJsonSchema } from "./json-schema.ts";
export { readPlatformConfig } from "./read.ts";
export { fromYamlFile, stacksIn } from "./stack-file.ts";
