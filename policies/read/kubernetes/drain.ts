import type { Container } from "../../kubernetes-types.ts";

/** Seconds slept before SIGTERM: the hook's own sleep, or a `sleep` command's. 0 for another hook, or none. */
export function preStopSeconds({ lifecycle }: Container): number {
  const { sleep, exec } = lifecycle?.preStop ?? {};
  if (sleep !== undefined) return sleep.seconds;
  return Number(/\bsleep\s+(\d+)/.exec((exec?.command ?? []).join(" "))?.[1] ?? 0);
}

/** A plain environment variable in seconds; 0 where absent or no number. */
export function variableSeconds({ env = [] }: Container, variable: string): number {
  const value = Number(env.find(({ name }) => name === variable)?.value ?? 0);
  return Number.isFinite(value) ? value : 0;
}
