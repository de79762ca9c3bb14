import type { PolicyPackArgs } from "@pulumi/policy";
import * as sdk from "@pulumi/policy/server.js";
import proto from "@pulumi/pulumi/proto/analyzer_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import type { Violation } from "./analyze-as-engine.ts";
import type { CapturedGraph, CapturedResource } from "./captured.ts";

type Policies = NonNullable<PolicyPackArgs["policies"]>;
type Handler = (call: { request: unknown }, answer: (error: Error | null, response: Answer) => void) => void;
type MakeHandler = (pack: string, version: string, level: string, policies: Policies) => Handler;
/** Exported by the SDK, and left out of its declarations. */
const server = sdk as unknown as { makeAnalyzeRpcFun: MakeHandler; makeAnalyzeStackRpcFun: MakeHandler };
type Answer = { getDiagnosticsList(): { getPolicyname(): string; getUrn(): string; getEnforcementlevel(): number }[] };

/** Sends a graph to the SDK's own RPC handlers, as the engine would, with the defaults of each rule. */
export async function analyzeByRpc(graph: CapturedGraph, policies: Policies): Promise<Omit<Violation, "message">[]> {
  const analyze = server.makeAnalyzeRpcFun("pack", "1.0.0", "mandatory", policies);
  const analyzeStack = server.makeAnalyzeStackRpcFun("pack", "1.0.0", "mandatory", policies);
  const found: Omit<Violation, "message">[] = [];
  for (const resource of graph) {
    const request = fill(new proto.AnalyzeRequest(), resource, resource.inputs ?? resource.props);
    found.push(...(await call(analyze, request)).map((one) => ({ ...one, urn: one.urn || resource.urn })));
  }
  const stack = new proto.AnalyzeStackRequest();
  for (const resource of graph) {
    const message = fill(new proto.AnalyzerResource(), resource, resource.props);
    message.setParent(resource.parent ?? "");
    message.setDependenciesList(resource.dependencies ?? []);
    stack.addResources(message);
  }
  found.push(...(await call(analyzeStack, stack)));
  return found;
}

async function call(
  handler: Handler,
  request: unknown,
): Promise<{ rule: string; level: Violation["level"]; urn?: string }[]> {
  const answer = await new Promise<Answer>((resolve, reject) => {
    handler({ request }, (error, response) => (error ? reject(error) : resolve(response)));
  });
  return answer.getDiagnosticsList().map((diagnostic) => ({
    rule: diagnostic.getPolicyname(),
    level: diagnostic.getEnforcementlevel() === 0 ? "advisory" : "mandatory",
    urn: diagnostic.getUrn() || undefined,
  }));
}

function fill<M extends InstanceType<typeof proto.AnalyzeRequest> | InstanceType<typeof proto.AnalyzerResource>>(
  message: M,
  { type, urn, name, opts = {}, parent }: CapturedResource,
  props: CapturedResource["props"],
): M {
  const options = new proto.AnalyzerResourceOptions();
  options.setIgnorechangesList(opts.ignoreChanges ?? []);
  options.setParent(parent ?? "");
  message.setType(type);
  message.setUrn(urn);
  message.setName(name);
  message.setOptions(options);
  message.setProperties(struct.Struct.fromJavaScript(props));
  return message;
}
