const BLOCK = 512;

/** Text files of a ustar archive; what is no archive is no files. */
export function untar(archive: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  let at = 0;
  while (at + BLOCK <= archive.length) {
    const path = textAt(archive, at, 100);
    if (path === "") break;
    const size = Number.parseInt(textAt(archive, at + 124, 12), 8);
    if (!Number.isSafeInteger(size)) break;
    files[path] = archive.toString("utf8", at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function textAt(buffer: Buffer, from: number, length: number): string {
  const end = buffer.indexOf(0, from);
  return buffer.toString("utf8", from, end === -1 || end > from + length ? from + length : end);
}
