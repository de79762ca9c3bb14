/** `node main.ts SETTINGS`: serves metrics.k8s.io on loopback to the API server's aggregation layer, and to nobody else. */
import { createServer } from "node:https";
import type { TLSSocket } from "node:tls";
import { answer } from "./handler.ts";
import { failure } from "./objects.ts";
import { listObjects, startScraper } from "./scraper.ts";
import { LISTENING, readSettings } from "./settings.ts";

const settings = readSettings(process.argv[2] ?? "");
const scraper = startScraper(settings);

// Only who shows a certificate of the front proxy's authority gets past the handshake.
const server = createServer({
  cert: settings.certificatePem,
  key: settings.privateKeyPem,
  ca: settings.frontProxyAuthorityPem,
  requestCert: true,
  rejectUnauthorized: true,
});

server.on("request", async (request, response) => {
  const say = (status: number, body: object): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const caller = (request.socket as TLSSocket).getPeerCertificate().subject?.CN;
  if (caller !== settings.frontProxyName) return say(403, failure(403, "Forbidden", `${caller} is not the API server`));
  if (request.method !== "GET") return say(405, failure(405, "MethodNotAllowed", "metrics are only read"));
  try {
    const { status, body } = await answer(request.url ?? "/", scraper, (path, query) =>
      listObjects(settings, path, query),
    );
    say(status, body);
  } catch (error) {
    process.stderr.write(`${request.url}: ${(error as Error).message}\n`);
    say(503, failure(503, "ServiceUnavailable", (error as Error).message));
  }
});

server.listen(settings.port, "127.0.0.1", () => process.stdout.write(`${LISTENING} ${settings.port}\n`));
