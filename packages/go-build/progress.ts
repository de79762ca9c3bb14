/** Progress on standard error: one line that is rewritten on a terminal, plain lines every few seconds elsewhere. */
export interface Progress {
  say(line: string): void;
  done(line?: string): void;
}

const PLAIN_INTERVAL_MS = 10_000;

export function createProgress(label: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  const rewrite = stream.isTTY === true && process.env.CI === undefined;
  let lastSaid = "";
  let lastAt = 0;
  return {
    say(line) {
      const now = Date.now();
      if (rewrite) stream.write(`\r\x1b[2K${label}: ${line}`);
      else if (line !== lastSaid && now - lastAt >= PLAIN_INTERVAL_MS) {
        stream.write(`${label}: ${line}\n`);
        lastAt = now;
      }
      lastSaid = line;
    },
    done(line) {
      if (rewrite) stream.write("\r\x1b[2K");
      if (line !== undefined) stream.write(`${label}: ${line}\n`);
    },
  };
}
