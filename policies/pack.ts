import { PolicyPack } from "@pulumi/policy";
import { listenForConfiguration } from "./guard/listen.ts";
import { refuseLoweredGuard } from "./guard/refuse-lowered-guard.ts";
import { PACK_NAME } from "./pack-info.ts";
import { rememberInputs } from "./remember-inputs.ts";
import { rules } from "./rules/index.ts";
import { GUARD_ID } from "./rules/no-disabled-rules.ts";
import { unpackOnce } from "./unpack-once.ts";

unpackOnce();
// Before the pack is made: making it starts the server.
rememberInputs();
listenForConfiguration(refuseLoweredGuard(GUARD_ID));
new PolicyPack(PACK_NAME, { enforcementLevel: "mandatory", policies: rules.map(({ policy }) => policy) });
