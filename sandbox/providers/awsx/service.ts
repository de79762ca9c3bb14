import type * as PluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import type * as Pb from "@pulumi/pulumi/proto/provider_pb.js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { packageCalls } from "../rpc/package-calls.ts";
import { toProperties, toStruct, unary } from "../rpc/wire.ts";

/**
 * The `ResourceProvider` service of a package whose resources are components: it only constructs.
 * The SDK and the components load at the first `Construct`, as the other calls don't need them.
 */
export function componentService(version: string): Record<string, unknown> {
  let engineAddress = "";
  return {
    handshake: unary((request: Pb.ProviderHandshakeRequest) => {
      engineAddress = request.getEngineAddress();
      const response = new pb.ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      response.setAcceptResources(true);
      response.setAcceptOutputs(true);
      return response;
    }),
    attach: unary((request: PluginPb.PluginAttach) => {
      engineAddress = request.getAddress();
      return new emptyPb.Empty();
    }),
    ...packageCalls(version),
    checkConfig: unary((request: Pb.CheckRequest) => {
      const response = new pb.CheckResponse();
      response.setInputs(toStruct(toProperties(request.getNews())));
      return response;
    }),
    diffConfig: unary(() => new pb.DiffResponse()),
    configure: unary(() => {
      const response = new pb.ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setAcceptresources(true);
      response.setAcceptoutputs(true);
      response.setSupportspreview(true);
      return response;
    }),
    construct: unary(async (request: Pb.ConstructRequest) => {
      const { construct } = await import("./construct.ts");
      return construct(request, engineAddress);
    }),
  };
}
