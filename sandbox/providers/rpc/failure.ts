import * as grpc from "@grpc/grpc-js";
import pb from "@pulumi/pulumi/proto/provider_pb.js";
import statusPb from "@pulumi/pulumi/proto/status_pb.js";
import anyPb from "google-protobuf/google/protobuf/any_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import { NotReadyError } from "../not-ready.ts";

const UNKNOWN_STATUS = 2;

/** What a thrown error becomes on the wire. A thing that is there but not ready travels along, as the engine must keep it. */
export function failureOf(error: Error): Partial<grpc.ServiceError> {
  const failure = { code: UNKNOWN_STATUS, details: error.message, message: error.message };
  if (!(error instanceof NotReadyError)) return failure;
  const detail = new pb.ErrorResourceInitFailed();
  detail.setId(error.id);
  type Plain = Parameters<typeof structPb.Struct.fromJavaScript>[0];
  detail.setProperties(structPb.Struct.fromJavaScript(error.outputs as Plain));
  detail.setReasonsList([error.message]);
  const packed = new anyPb.Any();
  packed.pack(detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new statusPb.Status();
  status.setCode(UNKNOWN_STATUS);
  status.setMessage(error.message);
  status.addDetails(packed);
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { ...failure, metadata };
}
