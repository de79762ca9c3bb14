import { readFileSync } from "node:fs";

/** What it says when it listens. */
export const LISTENING = "serving on";

/** What the metrics API is told in a file readable by its user only. */
export interface Settings {
  readonly port: number;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** Authority of the API server's front proxy, and the name its certificate has. */
  readonly frontProxyAuthorityPem: string;
  readonly frontProxyName: string;
  /** The API server, to ask which pods and nodes there are. */
  readonly server: string;
  readonly authorityPem: string;
  readonly token: string;
  /** Where kwok serves what the kubelets would. */
  readonly kubelets: string;
  /** Seconds between scrapes; the real metrics server takes 15. */
  readonly resolutionSeconds: number;
}

export function readSettings(path: string): Settings {
  return JSON.parse(readFileSync(path, "utf8")) as Settings;
}
