import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";

/** Below the range the system takes outgoing ports from, so that nobody gets one between our look and our use. */
const FIRST = 20_000;
const COUNT = 10_000;

/** So many different free ports of 127.0.0.1. */
export async function freePorts(count: number): Promise<number[]> {
  const held: Server[] = [];
  // Held until all are found, so that none is given twice.
  while (held.length < count) {
    const server = createServer().listen(FIRST + Math.floor(Math.random() * COUNT), "127.0.0.1");
    await Promise.race([once(server, "listening"), once(server, "error").then(() => undefined)]).catch(() => undefined);
    if (server.listening) held.push(server);
  }
  const ports = held.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
