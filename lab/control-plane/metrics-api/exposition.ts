/** One line of the Prometheus text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n" };

/** Samples of a scrape; comments and lines that are no sample are left out. */
export function parseExposition(text: string): Sample[] {
  const samples: Sample[] = [];
  for (const line of text.split("\n")) {
    const match = line.startsWith("#") ? null : LINE.exec(line);
    if (match === null) continue;
    const [, name = "", inside = "", value = ""] = match;
    const labels: Record<string, string> = {};
    for (const [, label = "", quoted = ""] of inside.matchAll(LABEL))
      labels[label] = quoted.replaceAll(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
    samples.push({ name, labels, value: Number(value) });
  }
  return samples;
}
