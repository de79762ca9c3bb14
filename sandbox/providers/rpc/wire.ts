import type * as grpc from "@grpc/grpc-js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { type Properties, plain } from "../values.ts";
import { failureOf } from "./failure.ts";

type Struct = InstanceType<typeof structPb.Struct>;
type Unary<Request, Response> = (
  call: grpc.ServerUnaryCall<Request, Response>,
  callback: grpc.sendUnaryData<Response>,
) => void;

export function toProperties(struct: Struct | undefined): Properties {
  return plain((struct?.toJavaScript() ?? {}) as Properties) as Properties;
}

export function toStruct(properties: Properties): Struct {
  return structPb.Struct.fromJavaScript(properties as Parameters<typeof structPb.Struct.fromJavaScript>[0]);
}

/** A gRPC handler from a function: what it throws becomes the call's error, with its message. */
export function unary<Request, Response>(
  answer: (request: Request, peer: string) => Response | Promise<Response>,
): Unary<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request, call.getPeer()))
      .then(
        (response) => callback(null, response),
        (error: Error) => callback(failureOf(error)),
      );
  };
}

/** The resource name and type at the end of a URN `urn:pulumi:stack::project::Parent$type::name`. */
export function parseUrn(urn: string): { type: string; name: string } {
  const [, , types = "", name = ""] = urn.split("::");
  return {
    type: types.slice(types.lastIndexOf("$") + 1),
    name: name === "" ? urn : urn.split("::").slice(3).join("::"),
  };
}
