import type { Properties } from "./values.ts";

/** The thing was made or changed but did not become ready: the engine keeps it, and tries again with the next update. */
export class NotReadyError extends Error {
  readonly id: string;
  readonly outputs: Properties;

  constructor(message: string, id: string, outputs: Properties) {
    super(message);
    this.name = "NotReadyError";
    this.id = id;
    this.outputs = outputs;
  }
}
