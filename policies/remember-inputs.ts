import { Server } from "@grpc/grpc-js";
import { isKubernetes } from "./read/kubernetes/metadata.ts";

/** The parts of the engine's messages that are read. */
interface Properties {
  getFieldsMap(): { getLength(): number };
}
interface Described {
  getUrn(): string;
  getProperties(): Properties | undefined;
}
interface Analyzed extends Described {
  getType(): string;
  setProperties(properties: Properties): unknown;
}
type Handler<Request> = (call: { request: Request }, answer: unknown) => unknown;
type Analyze = Handler<Described>;
type AnalyzeStack = Handler<{ getResourcesList(): Analyzed[] }>;

/**
 * Lets stack rules see inputs of Kubernetes objects, and of whatever has no outputs. Inputs come by before, one resource
 * at a time. Outputs would mislead twice: the engine asks no provider whose configuration is not known, so in a preview
 * that makes the cluster they are empty; and of a cluster that is there they are the live object, where the API server
 * has filled in what the program left to an autoscaler.
 */
export function rememberInputs(): void {
  const addService = Server.prototype.addService;
  Server.prototype.addService = function (service, implementation) {
    const analyze = implementation.analyze as unknown as Analyze | undefined;
    const analyzeStack = implementation.analyzeStack as unknown as AnalyzeStack | undefined;
    if (analyze === undefined || analyzeStack === undefined) return addService.call(this, service, implementation);
    const inputs = new Map<string, Properties>();
    const heard: Analyze = (call, answer) => {
      const properties = call.request.getProperties();
      if (properties !== undefined) inputs.set(call.request.getUrn(), properties);
      return analyze(call, answer);
    };
    const filled: AnalyzeStack = (call, answer) => {
      for (const resource of call.request.getResourcesList()) {
        const known = inputs.get(resource.getUrn());
        if (known !== undefined && judgedByInputs(resource)) resource.setProperties(known);
      }
      return analyzeStack(call, answer);
    };
    const handlers = { ...implementation, analyze: heard as never, analyzeStack: filled as never };
    return addService.call(this, service, handlers);
  };
}

function judgedByInputs(resource: Analyzed): boolean {
  const outputs = resource.getProperties();
  return isKubernetes(resource.getType()) || outputs === undefined || outputs.getFieldsMap().getLength() === 0;
}
