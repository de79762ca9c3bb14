/** Figures as the page writes them. A minus is a minus, not a hyphen; nothing reads "−0". */
const number = (digits: number) =>
  new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "negative",
  });
const [WHOLE, TWO] = [number(0), number(2)];
const signed = (text: string) => text.replace("-", "−");

export const usd = (value: number) => signed(TWO.format(value));
export const whole = (value: number) => signed(WHOLE.format(value));
export const fixed = (value: number, digits: number) => signed(number(digits).format(value));

/** A share of 0 to 1. */
export const percent = (share: number, digits = 0) => `${fixed(share * 100, digits)}%`;

/** Percent as given, without zeros at its end. */
export const percentOf = (value: number) => `${Number(value.toFixed(4))}%`;

/** Never above what it is: three digits rounded down, as availability is said everywhere. */
export const floored = (value: number) => `${(Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3)}%`;

export const vcpuAndGiB = (vcpu: number, gib: number) => `${trimmed(vcpu)} vCPU · ${trimmed(gib)} GiB`;
export const trimmed = (value: number) => String(Number(value.toFixed(2)));

export function duration(seconds: number): string {
  if (seconds < 60) return `${whole(seconds)} s`;
  if (seconds < 3600) return `${trimmed(Math.round(seconds / 6) / 10)} min`;
  if (seconds < 86_400) return `${trimmed(Math.round(seconds / 360) / 10)} h`;
  return `${trimmed(Math.round(seconds / 8640) / 10)} d`;
}

/** `24 November 2026, 15:28 UTC` */
export const moment = (iso: string) =>
  `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" })
    .format(new Date(iso))
    .replace(" at ", ", ")} UTC`;

export const count = (value: number, one: string, many = `${one}s`) => `${whole(value)} ${value === 1 ? one : many}`;
