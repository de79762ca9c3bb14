import * as grpc from "@grpc/grpc-js";
import engineGrpc from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import resourceGrpc from "@pulumi/pulumi/proto/resource_grpc_pb.js";
import type * as ResourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import resourcePb from "@pulumi/pulumi/proto/resource_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { toProperties, toStruct, unary } from "../rpc/wire.ts";
import type { Properties } from "../values.ts";
import { urnOf } from "./client.ts";

/** A resource that a component registered. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly parent: string;
  readonly provider: string;
  readonly inputs: Properties;
}

/** The engine's side of a `Construct`: takes registrations, gives ids, answers invokes by zones of us-east-1. */
export async function startFakeEngine(): Promise<{ address: string; registered: Registered[]; stop(): void }> {
  const registered: Registered[] = [];
  const server = new grpc.Server();
  server.addService(
    resourceGrpc.ResourceMonitorService as never,
    {
      supportsFeature: unary(() => {
        const response = new resourcePb.SupportsFeatureResponse();
        response.setHassupport(true);
        return response;
      }),
      registerResource: unary((request: ResourcePb.RegisterResourceRequest) => {
        const [type, name] = [request.getType(), request.getName()];
        const inputs = toProperties(request.getObject());
        registered.push({ type, name, parent: request.getParent(), provider: request.getProvider(), inputs });
        const response = new resourcePb.RegisterResourceResponse();
        response.setUrn(urnOf(type, name));
        response.setId(request.getCustom() ? `id-of-${name}` : "");
        response.setObject(toStruct({ ...inputs, allocationId: `allocation-of-${name}` }));
        return response;
      }),
      registerResourceOutputs: unary(() => new emptyPb.Empty()),
      invoke: unary((request: ResourcePb.ResourceInvokeRequest) => {
        const response = new resourcePb.ResourceInvokeResponse();
        const names = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"];
        if (request.getTok().endsWith(":getAvailabilityZones"))
          response.setReturn(toStruct({ id: "x", names, zoneIds: [] }));
        return response;
      }),
    } as never,
  );
  server.addService(engineGrpc.EngineService as never, { log: unary(() => new emptyPb.Empty()) } as never);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { address: `127.0.0.1:${port}`, registered, stop: () => server.forceShutdown() };
}
