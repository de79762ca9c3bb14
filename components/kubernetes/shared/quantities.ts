/**
 * Quantities in the one form the API server gives back: `1Gi`, never `1024Mi`. Any other would show as drift at the next
 * refresh.
 */

/** CPU: `250m`, `1500m`, `2`. */
export function cpuQuantity(millicores: number): string {
  return millicores % 1000 === 0 ? String(millicores / 1000) : `${millicores}m`;
}

/** Memory or disk: `512Mi`, `1536Mi`, `2Gi`. */
export function memoryQuantity(mebibytes: number): string {
  const suffixes = ["Mi", "Gi", "Ti"];
  let [value, step] = [mebibytes, 0];
  while (value > 0 && value % 1024 === 0 && step < suffixes.length - 1) [value, step] = [value / 1024, step + 1];
  return `${value}${suffixes[step]}`;
}

/** Percent of a whole, as rolling updates take it: `25%`. */
export function percentQuantity(percent: number): string {
  return `${percent}%`;
}
