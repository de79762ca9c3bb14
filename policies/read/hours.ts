/** Hours of a Go duration of whole units such as `336h` or `90m`; without end for anything else, `Never` with it. */
export function hoursOf(duration: string): number {
  if (!/^(?:\d+[hms])+$/.test(duration)) return Number.POSITIVE_INFINITY;
  const unit = { h: 1, m: 1 / 60, s: 1 / 3600 } as const;
  const parts = [...duration.matchAll(/(\d+)([hms])/g)];
  return parts.reduce((sum, [, count, of]) => sum + Number(count) * unit[of as keyof typeof unit], 0);
}
