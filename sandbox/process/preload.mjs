// Preloaded into the Node children of the sandbox: the program and the policy pack.
import Module from "node:module";

// Ends the child when its parent is gone, so a killed engine leaves nothing behind.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 500).unref();

// The SDK loads npm's dependency resolver (0.2 s) with every program, but uses it only to package closures into
// Lambda functions: loaded here when first touched.
const LAZY = new Set(["@npmcli/arborist"]);
const load = Module._load;
Module._load = function lazily(request, ...rest) {
  if (!LAZY.has(request)) return load.call(this, request, ...rest);
  const real = () => load.call(this, request, ...rest);
  return new Proxy(function lazy() {}, {
    // Said without loading: how the SDK's import helper decides to keep the object as it is.
    get: (_, key) => key === "__esModule" || real()[key],
    has: (_, key) => key in real(),
    construct: (_, args) => Reflect.construct(real(), args),
    apply: (_, self, args) => Reflect.apply(real(), self, args),
  });
};
