/** Of the minutes from `from` until before `to`. */
export function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let minute = from; minute < to; minute++) total += values[minute]!;
  return total;
}

/** Mean of the last so many minutes, or of those that there are. */
export function trailingMean(values: Float64Array, minutes: number): Float64Array {
  const means = new Float64Array(values.length);
  let last = 0;
  for (let minute = 0; minute < values.length; minute++) {
    last += values[minute]! - (minute >= minutes ? values[minute - minutes]! : 0);
    means[minute] = last / Math.min(minute + 1, minutes);
  }
  return means;
}
