// Preloaded into the Node children of the sandbox: the program and the policy pack.
import "./lazy-modules.ts";

// Ends the child when its parent is gone, so a killed engine leaves nothing behind.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 500).unref();
