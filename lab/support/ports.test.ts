import assert from "node:assert/strict";
import { createServer } from "node:net";
import { freePorts } from "./ports.ts";

describe("free ports", () => {
  it("are different, free, and below those the system gives to others", async () => {
    const ports = await freePorts(20);
    assert.equal(new Set(ports).size, 20);
    assert.ok(ports.every((port) => port >= 20_000 && port < 30_000));
    const [port] = ports;
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
    server.close();
  });
});
