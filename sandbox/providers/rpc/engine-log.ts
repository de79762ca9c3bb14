import * as grpc from "@grpc/grpc-js";
import engineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import enginePb from "@pulumi/pulumi/proto/engine_pb.js";

/** Says things on a resource's line of the CLI. Never fails: what cannot be said is dropped. */
export interface EngineLog {
  warn(urn: string, message: string): Promise<void>;
  /** Shown while the resource is at work, then forgotten. */
  status(urn: string, message: string): void;
}

/** The log of the engine at `address` (`host:port`); silent while there is none. */
export function engineLog(address: string | undefined): EngineLog {
  let client: engineGrpc.EngineClient | undefined;
  const send = (severity: enginePb.LogSeverity, urn: string, message: string, passing: boolean): Promise<void> => {
    if (address === undefined || address === "") return Promise.resolve();
    client ??= new engineGrpc.EngineClient(address, grpc.credentials.createInsecure());
    const request = new enginePb.LogRequest();
    request.setSeverity(severity);
    request.setUrn(urn);
    request.setMessage(message);
    request.setEphemeral(passing);
    return new Promise((resolve) => client!.log(request, () => resolve()));
  };
  return {
    warn: (urn, message) => send(enginePb.LogSeverity.WARNING, urn, message, false),
    status: (urn, message) => void send(enginePb.LogSeverity.INFO, urn, message, true),
  };
}
