import type { Invariant } from "./subject.ts";
import { problem } from "./subject.ts";

// Route priorities are the port less 8000, so ports stay within what a listener takes.
const PORT_MIN = 8001;
const PORT_MAX = 49_151;

/** Ports are whole, within 8001 to 49151, and one service's alone. */
export const portInvariant: Invariant = ({ catalog }) =>
  catalog.flatMap(({ name, port }, i) => {
    if (!Number.isInteger(port) || port < PORT_MIN || port > PORT_MAX) {
      const wanted = `a whole number from ${PORT_MIN} to ${PORT_MAX}`;
      return [problem("port", `${name}.port`, port, wanted, "Take a free port of its domain's hundred.")];
    }
    const first = catalog.findIndex((other) => other.port === port);
    if (first >= i) return [];
    const wanted = `a port of its own; ${catalog[first]!.name} has ${port}`;
    return [problem("port-clash", `${name}.port`, port, wanted, "Take a free port of its domain's hundred.")];
  });
