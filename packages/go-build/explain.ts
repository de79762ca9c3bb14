/** Known ends of `go`, each with one sentence that says what to do. First match wins. */
const KNOWN: readonly { readonly sign: RegExp; readonly says: string }[] = [
  {
    sign: /no space left on device|disk quota exceeded/i,
    says: "the disk is full (go build needs about 3 GB while it works); free space and run again",
  },
  { sign: /go\.mod requires go >= |toolchain not available/i, says: "this `go` is too old for the module" },
  {
    sign: /verifying .*(sum\.|checksum)|checksum mismatch|SECURITY ERROR/i,
    says: "a module's checksum could not be confirmed",
  },
  {
    sign: /missing go\.sum entry|updates to go\.mod needed/i,
    says: "the committed go.mod and go.sum do not fit the module",
  },
  {
    sign: /: (403|404|407|410|429|5\d\d) |\b(403 Forbidden|410 Gone|407 Proxy)/i,
    says: "the module proxy refused a module",
  },
  {
    sign: /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake/i,
    says: "the module proxy cannot be reached",
  },
  { sign: /signal: killed|cannot allocate memory/i, says: "the compiler was killed, most likely for want of memory" },
];

/** Turns the last words of `go` into one sentence, with the line that says so. */
export function explainGo(tail: readonly string[], code: number | null): string {
  for (const { sign, says } of KNOWN) {
    const line = tail.find((text) => sign.test(text));
    if (line !== undefined) return says.startsWith("the disk") ? says : `${says}: ${line.trim()}`;
  }
  const spoken = tail.filter((line) => /error|cannot|refused|missing|timeout|denied|:\d+:\d+:/i.test(line)).slice(-2);
  return `go build ended with ${code}: ${(spoken.length > 0 ? spoken : tail.slice(-2)).join(" / ")}`;
}
