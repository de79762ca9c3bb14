import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import emptyPb from "google-protobuf/google/protobuf/empty_pb.js";
import { unary } from "./wire.ts";

/** Calls that every stand-in answers alike: who it is, that it has no schema, and (unless it says more) nothing to cancel. */
export function packageCalls(version: string): Record<string, unknown> {
  return {
    cancel: unary(() => new emptyPb.Empty()),
    getPluginInfo: unary(() => {
      const info = new pluginPb.PluginInfo();
      info.setVersion(version);
      return info;
    }),
    getSchema: unary(() => {
      const response = new pb.GetSchemaResponse();
      response.setSchema("{}");
      return response;
    }),
  };
}
