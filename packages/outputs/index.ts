/** The versioned contract of the platform's stack outputs. No Pulumi at run time: the reader is `./pulumi`. */

export { nearestNames } from "@pyairtable/diagnostics";
export type { PlatformOutputs, ServiceOutputs } from "./contract.ts";
export { platformSchema } from "./contract.ts";
export { serviceSchema } from "./contract-service.ts";
export type { ContractField } from "./describe.ts";
export { describeContract } from "./describe.ts";
export { platformJsonSchema } from "./json-schema.ts";
export { findService, parsePlatform } from "./parse-platform.ts";
export type { PlatformOutputSource, PlatformOutputValues, ServiceOutputSource } from "./platform-outputs.ts";
export { platformOutputs } from "./platform-outputs.ts";
export { CONTRACT_NAME, CONTRACT_VERSION, PLATFORM_OUTPUT } from "./version.ts";
