import table from "./interface-endpoints.json" with { type: "json" };

/** Short names of the interface endpoints the platform offers. */
export const INTERFACE_ENDPOINT_NAMES: readonly string[] = table.names;

/** What a Fargate task in a VPC without NAT cannot start or work without. */
export const ENDPOINTS_NEEDED_WITHOUT_NAT: readonly string[] = table.neededWithoutNat;

/** … and what ECS Exec needs on top. */
export const ENDPOINTS_NEEDED_FOR_EXEC: readonly string[] = table.neededForExec;
