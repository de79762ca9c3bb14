import { closeSync, openSync, writeSync } from "node:fs";
import { type Clock, MINUTE_SECONDS } from "../series/clock.ts";
import { type RawSeries, seriesText } from "../series/series.ts";

const BUFFER_BYTES = 4 * 1024 * 1024;
/** No line of the lab is longer. */
const LINE_BYTES = 2048;
const [SPACE, NEWLINE, POINT, ZERO] = [0x20, 0x0a, 0x2e, 0x30];

/** Writes samples as OpenMetrics text, several million a second: digits by hand, one buffer. */
export class OpenMetricsFile {
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(BUFFER_BYTES + LINE_BYTES);
  #at = 0;
  samples = 0;
  bytes = 0;

  constructor(path: string) {
    this.#file = openSync(path, "w", 0o600);
  }

  /** Samples of minutes `from` to `to`, which excludes its end; none where the value is NaN. */
  write(series: RawSeries, clock: Clock, from: number, to: number): void {
    const head = Buffer.from(`${seriesText(series)} `);
    const { values, everyMinutes, decimals } = series;
    const last = Math.min(to - series.from, values.length);
    const scale = 10 ** decimals;
    let index = Math.max(0, from - series.from);
    index = Math.ceil(index / everyMinutes) * everyMinutes;
    for (; index < last; index += everyMinutes) {
      const value = values[index]!;
      if (Number.isNaN(value)) continue;
      if (this.#at > BUFFER_BYTES) this.#flush();
      head.copy(this.#buffer, this.#at);
      this.#at += head.length;
      this.#decimal(Math.round(value * scale), decimals);
      this.#buffer[this.#at++] = SPACE;
      this.#integer(clock.startSeconds + (series.from + index) * MINUTE_SECONDS);
      this.#buffer[this.#at++] = NEWLINE;
      this.samples++;
    }
  }

  close(): void {
    this.#at += this.#buffer.write("# EOF\n", this.#at);
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    writeSync(this.#file, this.#buffer, 0, this.#at);
    this.bytes += this.#at;
    this.#at = 0;
  }

  #decimal(scaled: number, decimals: number): void {
    if (decimals === 0) {
      this.#integer(scaled);
      return;
    }
    const scale = 10 ** decimals;
    const whole = Math.floor(scaled / scale);
    this.#integer(whole);
    this.#buffer[this.#at++] = POINT;
    let rest = scaled - whole * scale;
    for (let digit = scale / 10; digit >= 1; digit /= 10) {
      const one = Math.floor(rest / digit);
      this.#buffer[this.#at++] = ZERO + one;
      rest -= one * digit;
    }
  }

  /** Not negative, below 2^53. */
  #integer(value: number): void {
    let length = 1;
    for (let bound = 10; bound <= value; bound *= 10) length++;
    let rest = value;
    for (let place = this.#at + length - 1; place >= this.#at; place--) {
      const next = Math.floor(rest / 10);
      this.#buffer[place] = ZERO + (rest - next * 10);
      rest = next;
    }
    this.#at += length;
  }
}
