import { isIPv4 } from "node:net";
import { bits, explicit, implicit, octets, oid, sequence, yes } from "./der.ts";

/** What a certificate is for. `peer` is both sides, as etcd asks. */
export type Usage = "authority" | "server" | "client" | "peer";

const SERVER_AUTH = oid("1.3.6.1.5.5.7.3.1");
const CLIENT_AUTH = oid("1.3.6.1.5.5.7.3.2");
/** First bits of KeyUsage: digital signature; certificate and list signing. */
const SIGNS_DATA = bits(Buffer.from([0x80]), 7);
const SIGNS_CERTIFICATES = bits(Buffer.from([0x86]), 1);

/** The extensions of RFC 5280 that Go's and OpenSSL's verifiers read, as one `[3]` block. */
export function extensions(usage: Usage, names: readonly string[]): Buffer {
  const authority = usage === "authority";
  const list = [
    extension("2.5.29.19", authority ? sequence(yes()) : sequence(), true),
    extension("2.5.29.15", authority ? SIGNS_CERTIFICATES : SIGNS_DATA, true),
  ];
  if (!authority) {
    const purposes = [...(usage === "client" ? [] : [SERVER_AUTH]), ...(usage === "server" ? [] : [CLIENT_AUTH])];
    list.push(extension("2.5.29.37", sequence(...purposes)));
  }
  if (names.length > 0) list.push(extension("2.5.29.17", sequence(...names.map(alternativeName))));
  return explicit(3, sequence(...list));
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(oid(id), ...(critical ? [yes()] : []), octets(value));
}

function alternativeName(name: string): Buffer {
  if (isIPv4(name)) return implicit(7, Buffer.from(name.split(".").map(Number)));
  return implicit(2, Buffer.from(name, "ascii"));
}
