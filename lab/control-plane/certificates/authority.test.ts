import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:tls";
import { type Certificate, createAuthority } from "./authority.ts";

const read = (certificate: { certificatePem: string }): X509Certificate =>
  new X509Certificate(certificate.certificatePem);

describe("certificate authority", () => {
  const authority = createAuthority("lab");
  const server = authority.issue({ commonName: "api", usage: "server", names: ["localhost", "127.0.0.1"] });

  it("signs what it issues, and nothing else", () => {
    assert.ok(read(server).verify(read(authority).publicKey));
    assert.ok(!read(server).verify(read(createAuthority("lab")).publicKey));
    assert.equal(read(authority).ca, true);
    assert.equal(read(server).ca, false);
  });

  it("carries names, purpose and group", () => {
    assert.equal(read(server).subjectAltName, "DNS:localhost, IP Address:127.0.0.1");
    assert.deepEqual(read(server).keyUsage, ["1.3.6.1.5.5.7.3.1"]);
    const client = authority.issue({ commonName: "me", organisation: "us", usage: "client" });
    assert.equal(read(client).subject, "O=us\nCN=me");
    assert.deepEqual(read(client).keyUsage, ["1.3.6.1.5.5.7.3.2"]);
  });

  it("gives every certificate another serial, always positive", () => {
    const serials = Array.from({ length: 20 }, () =>
      BigInt(`0x${read(authority.issue({ commonName: "x", usage: "peer" })).serialNumber}`),
    );
    assert.equal(new Set(serials).size, serials.length);
    assert.ok(serials.every((serial) => serial > 0n));
  });

  it("is trusted by TLS on both sides, by its names only", async () => {
    const client = authority.issue({ commonName: "me", usage: "client" });
    assert.equal(await handshake(server, client, "localhost"), "authorised");
    assert.equal(await handshake(server, client, "elsewhere"), "ERR_TLS_CERT_ALTNAME_INVALID");
  });

  it("is refused when expired", async () => {
    const old = authority.issue({ commonName: "api", usage: "server", names: ["localhost"], days: -1 });
    assert.equal(await handshake(old, server, "localhost"), "CERT_HAS_EXPIRED");
  });

  async function handshake(side: Certificate, client: Certificate, servername: string): Promise<string> {
    const ca = authority.certificatePem;
    const listener = createServer({
      cert: side.certificatePem,
      key: side.privateKeyPem,
      ca,
      requestCert: true,
      rejectUnauthorized: true,
    }).listen(0, "127.0.0.1");
    listener.on("secureConnection", (socket) => socket.end(socket.authorized ? "authorised" : "unknown"));
    await once(listener, "listening");
    try {
      return await new Promise<string>((resolve) => {
        const socket = connect({
          port: (listener.address() as AddressInfo).port,
          host: "127.0.0.1",
          servername,
          ca,
          cert: client.certificatePem,
          key: client.privateKeyPem,
        });
        socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
        socket.on("data", (text) => resolve(String(text)));
      });
    } finally {
      listener.close();
    }
  }
});
