import { type Reporter, reporter as reporterOf } from "../shared/index.ts";

export type { Reporter };

export function reporter(subject: string): Reporter {
  return reporterOf("ecs", subject);
}
