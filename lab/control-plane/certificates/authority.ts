import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { bits, explicit, integer, oid, sequence, set, time, utf8 } from "./der.ts";
import { extensions, type Usage } from "./extensions.ts";

export interface Certificate {
  readonly certificatePem: string;
  /** PKCS#8. */
  readonly privateKeyPem: string;
}

export interface CertificateRequest {
  readonly commonName: string;
  /** Kubernetes reads it as a group. */
  readonly organisation?: string;
  readonly usage: Exclude<Usage, "authority">;
  /** DNS names and IPv4 addresses it answers for. */
  readonly names?: readonly string[];
  /** Days from now; may be negative, for a test with an expired one. Default 1. */
  readonly days?: number;
}

/** A certificate authority that lives in this process: its key is never written. */
export interface Authority {
  readonly certificatePem: string;
  issue(request: CertificateRequest): Certificate;
}

const DAY_MS = 86_400_000;
const ECDSA_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));

/** For the length of one lab run: P-256 keys, certificates of a day. */
export function createAuthority(commonName: string): Authority {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = name(commonName);
  const certificatePem = signed(
    { subject: issuer, issuer, key: keys.publicKey, usage: "authority", days: 2 },
    keys.privateKey,
  );
  return {
    certificatePem,
    issue: ({ commonName, organisation, usage, names = [], days = 1 }) => {
      const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const subject = name(commonName, organisation);
      return {
        certificatePem: signed({ subject, issuer, key: own.publicKey, usage, names, days }, keys.privateKey),
        privateKeyPem: own.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      };
    },
  };
}

interface Content {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly key: KeyObject;
  readonly usage: Usage;
  readonly names?: readonly string[];
  readonly days: number;
}

function signed({ subject, issuer, key, usage, names = [], days }: Content, authorityKey: KeyObject): string {
  const until = new Date(Date.now() + days * DAY_MS);
  // An hour of grace for clocks, and a beginning before the end also for expired ones.
  const from = new Date(Math.min(Date.now(), until.getTime()) - 3_600_000);
  const content = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    ECDSA_SHA256,
    issuer,
    sequence(time(from), time(until)),
    subject,
    key.export({ type: "spki", format: "der" }),
    extensions(usage, names),
  );
  return pem(sequence(content, ECDSA_SHA256, bits(sign("sha256", content, authorityKey))));
}

function name(commonName: string, organisation?: string): Buffer {
  const part = (id: string, text: string): Buffer => set(sequence(oid(id), utf8(text)));
  return sequence(...(organisation === undefined ? [] : [part("2.5.4.10", organisation)]), part("2.5.4.3", commonName));
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
