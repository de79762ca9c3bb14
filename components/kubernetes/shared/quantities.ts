/** CPU as Kubernetes writes it: `250m`. */
export function cpuQuantity(millicores: number): string {
  return `${millicores}m`;
}

/** Memory or disk as Kubernetes writes it: `512Mi`. */
export function memoryQuantity(mebibytes: number): string {
  return `${mebibytes}Mi`;
}

/** Percent of a whole, as rolling updates take it: `25%`. */
export function percentQuantity(percent: number): string {
  return `${percent}%`;
}
