/** Distinguished Encoding Rules (ITU-T X.690): as much as a certificate needs. Signing stays with node:crypto. */

const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
};

function tagged(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
}

function length(bytes: number): Buffer {
  if (bytes < 0x80) return Buffer.from([bytes]);
  const digits: number[] = [];
  for (let rest = bytes; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Buffer.from([0x80 | digits.length, ...digits]);
}

export const sequence = (...parts: Buffer[]): Buffer => tagged(TAG.sequence, Buffer.concat(parts));
export const set = (...parts: Buffer[]): Buffer => tagged(TAG.set, Buffer.concat(parts));
export const utf8 = (text: string): Buffer => tagged(TAG.utf8, Buffer.from(text, "utf8"));
export const octets = (content: Buffer): Buffer => tagged(TAG.octets, content);
export const yes = (): Buffer => tagged(TAG.boolean, Buffer.from([0xff]));

/** Unsigned, most significant byte first. */
export function integer(content: Buffer): Buffer {
  let start = 0;
  while (start < content.length - 1 && content[start] === 0) start++;
  const digits = content.subarray(start);
  // A leading one bit would read as a minus.
  return tagged(TAG.integer, (digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits);
}

/** `unused`: how many bits of the last byte do not count. */
export const bits = (content: Buffer, unused = 0): Buffer =>
  tagged(TAG.bits, Buffer.concat([Buffer.from([unused]), content]));

/** Seconds are kept, milliseconds dropped. For years before 2050, as X.509 asks. */
export function time(at: Date): Buffer {
  return tagged(TAG.time, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, "").slice(2, 14)}Z`));
}

/** `[n]` around a whole value, or in place of its tag. */
export const explicit = (n: number, content: Buffer): Buffer => tagged(0xa0 | n, content);
export const implicit = (n: number, content: Buffer): Buffer => tagged(0x80 | n, content);

/** Dotted, such as `2.5.4.3`. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift(0x80 | (left % 128));
    bytes.push(...digits);
  }
  return tagged(TAG.oid, Buffer.from(bytes));
}
