import assert from "node:assert/strict";
import { Server } from "@grpc/grpc-js";
import proto from "@pulumi/pulumi/proto/analyzer_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import { rememberInputs } from "./remember-inputs.ts";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const URN = "urn:pulumi:prod::p::any::api";

/** What `analyzeStack` is given for one resource, after its inputs came by. */
function seen(inputs: object, outputs: object, type = "aws:ec2/vpc:Vpc", urn = URN): object {
  const original = Server.prototype.addService;
  let handlers: Record<string, (call: object, answer: object) => void> = {};
  let shown: object = {};
  try {
    Server.prototype.addService = ((_: object, given: typeof handlers) => {
      handlers = given;
    }) as never;
    rememberInputs();
    const analyzeStack = ({ request }: { request: InstanceType<typeof proto.AnalyzeStackRequest> }) => {
      shown = request.getResourcesList()[0]!.getProperties()!.toJavaScript();
    };
    Server.prototype.addService.call({} as Server, {} as never, { analyze: () => {}, analyzeStack } as never);
    const one = new proto.AnalyzeRequest();
    one.setUrn(urn);
    one.setProperties(struct.Struct.fromJavaScript(inputs as never));
    handlers.analyze!({ request: one }, () => {});
    const stack = new proto.AnalyzeStackRequest();
    const resource = new proto.AnalyzerResource();
    resource.setUrn(URN);
    resource.setType(type);
    resource.setProperties(struct.Struct.fromJavaScript(outputs as never));
    stack.addResources(resource);
    handlers.analyzeStack!({ request: stack }, () => {});
    return shown;
  } finally {
    Server.prototype.addService = original;
  }
}

describe("rememberInputs", () => {
  it("shows stack rules the inputs of a resource that has no outputs yet", () => {
    assert.deepEqual(seen({ cidr: "10.0.0.0/16" }, {}), { cidr: "10.0.0.0/16" });
  });
  it("leaves outputs alone where there are some", () => {
    assert.deepEqual(seen({ cidr: "a" }, { cidr: "a", id: "vpc-1" }), { cidr: "a", id: "vpc-1" });
  });
  it("shows what the program says of a Kubernetes object, not what the API server filled in", () => {
    assert.deepEqual(seen({ spec: {} }, { spec: { replicas: 1 } }, DEPLOYMENT), { spec: {} });
  });
  it("leaves a resource as it is whose inputs never came by", () => {
    assert.deepEqual(seen({ spec: {} }, { spec: { replicas: 1 } }, DEPLOYMENT, `${URN}-other`), {
      spec: { replicas: 1 },
    });
  });
});
