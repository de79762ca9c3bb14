import { type Reporter, reporter } from "../shared/index.ts";

/** Gathers what is wrong with `subject`; codes are `monitor.…`. */
export const monitorReporter = (subject: string): Reporter => reporter("monitor", subject);
