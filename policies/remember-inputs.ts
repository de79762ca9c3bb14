import { Server } from "@grpc/grpc-js";

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
 * Lets stack rules see inputs where outputs mislead. The engine asks no provider whose configuration is not known, and
 * shows stack rules an empty resource instead: everything of Kubernetes, as long as the cluster it goes to is made by
 * the same update. And a live object of Kubernetes holds what the API server and controllers wrote, such as replicas,
 * while rules judge what the program says. Inputs have come by before, one resource at a time; they stand in for both.
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
        const misleads = resource.getType().startsWith("kubernetes:") || isEmpty(resource.getProperties());
        if (known !== undefined && misleads) resource.setProperties(known);
      }
      return analyzeStack(call, answer);
    };
    const handlers = { ...implementation, analyze: heard as never, analyzeStack: filled as never };
    return addService.call(this, service, handlers);
  };
}

function isEmpty(properties: Properties | undefined): boolean {
  return properties === undefined || properties.getFieldsMap().getLength() === 0;
}
