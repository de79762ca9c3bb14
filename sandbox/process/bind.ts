import * as grpc from "@grpc/grpc-js";
import { UserError } from "@pyairtable/diagnostics";

/** Binds a server to loopback only; port 0 picks a free one. Returns the port. */
export function bindLoopback(server: grpc.Server, port: number, what: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) return resolve(bound);
      reject(
        new UserError("sandbox", [
          {
            code: "sandbox.port-taken",
            path: what,
            got: `port ${port} on 127.0.0.1 cannot be used (${error.message})`,
            wanted: "a free port",
            fix: "Stop what listens there, or leave the port out so that a free one is picked.",
          },
        ]),
      );
    });
  });
}
