import { request } from "node:https";

export interface HttpsRequest {
  readonly url: string;
  /** The only authority that is trusted. */
  readonly ca: string;
  readonly token?: string;
  /** Content type to ask for. */
  readonly accept?: string;
  readonly timeoutSeconds?: number;
}

export interface HttpsAnswer {
  readonly status: number;
  readonly text: string;
}

/** GET over verified TLS. Rejects where there is no answer. */
export function get({ url, ca, token, accept, timeoutSeconds = 10 }: HttpsRequest): Promise<HttpsAnswer> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(accept !== undefined && { accept }),
    };
    const sent = request(url, { ca, headers, timeout: timeoutSeconds * 1000, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on("error", reject);
    });
    sent.on("timeout", () => sent.destroy(new Error(`no answer within ${timeoutSeconds} s`)));
    sent.on("error", reject);
    sent.end();
  });
}
