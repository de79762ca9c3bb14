import Module from "node:module";

type Load = (request: string, ...rest: unknown[]) => Record<PropertyKey, unknown>;
const loader = Module as unknown as { _load: Load };

// The SDK loads npm's dependency resolver (0.2 s) with every program, but uses it only to package closures into
// Lambda functions: loaded here when first touched.
const LAZY = new Set(["@npmcli/arborist"]);
const load = loader._load;
loader._load = function lazily(this: unknown, request, ...rest) {
  if (!LAZY.has(request)) return load.call(this, request, ...rest);
  const real = (): Record<PropertyKey, unknown> => load.call(this, request, ...rest);
  // `__esModule` is said without loading: it makes the SDK's import helper keep the object as it is.
  return new Proxy({}, { get: (_, key) => key === "__esModule" || real()[key], has: (_, key) => key in real() });
};
