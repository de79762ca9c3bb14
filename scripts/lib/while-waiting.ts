interface Options {
  readonly everyMs?: number;
  readonly write?: (line: string) => void;
}

/** Says on standard error what a command waits for, after two seconds and every two seconds then, until it is there. */
export async function whileWaiting<T>(what: string, work: Promise<T>, options: Options = {}): Promise<T> {
  const { everyMs = 2_000, write = (line) => void process.stderr.write(line) } = options;
  let waitedMs = 0;
  const timer = setInterval(() => {
    waitedMs += everyMs;
    write(`${what} … ${waitedMs / 1_000} s\n`);
  }, everyMs);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
