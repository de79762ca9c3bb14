import { Server } from "@grpc/grpc-js";
import type { EnforcementLevel } from "@pulumi/policy";
import { type DeliveredConfig, deliver } from "./delivered-config.ts";

/** The parts of the engine's `Configure` request that are read. */
interface ConfigureRequest {
  getPolicyconfigMap(): { entries(): Iterable<[string, PolicyConfig]> };
}
interface PolicyConfig {
  getEnforcementlevel(): number;
  getProperties(): { toJavaScript(): Record<string, unknown> } | undefined;
}
type Handler = (call: { request: ConfigureRequest }, answer: (error: Error | null) => void) => void;

/** Numbers of `pulumirpc.EnforcementLevel`. */
const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "disabled", "remediate"];

/**
 * Hears the configuration that the engine gives the pack. The SDK shows a rule its own knobs only, never its level
 * and never another rule's, so the one way to see that a rule was turned off is to read the same message: the
 * service's `configure` handler is wrapped where the SDK hands it to gRPC. `refuse` may reject a configuration,
 * which ends the preview with its text.
 */
export function listenForConfiguration(refuse: (config: DeliveredConfig) => string | undefined): void {
  const addService = Server.prototype.addService;
  Server.prototype.addService = function (service, implementation) {
    const configure = implementation.configure as unknown as Handler | undefined;
    if (configure === undefined) return addService.call(this, service, implementation);
    const heard: Handler = (call, answer) => {
      const config = readConfiguration(call.request);
      const refusal = refuse(config);
      if (refusal !== undefined) return answer(new Error(refusal));
      deliver(config);
      configure(call, answer);
    };
    return addService.call(this, service, { ...implementation, configure: heard as never });
  };
}

function readConfiguration(request: ConfigureRequest): DeliveredConfig {
  const config = new Map<string, { enforcementLevel: EnforcementLevel; config: Record<string, unknown> }>();
  for (const [rule, sent] of request.getPolicyconfigMap().entries()) {
    const enforcementLevel = LEVELS[sent.getEnforcementlevel()] ?? "disabled";
    config.set(rule, { enforcementLevel, config: sent.getProperties()?.toJavaScript() ?? {} });
  }
  return config;
}
