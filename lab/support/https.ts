import { request } from "node:https";

export interface HttpsRequest {
  readonly url: string;
  /** The only authority that is trusted. */
  readonly ca: string;
  readonly token?: string;
  /** Content type to ask for. */
  readonly accept?: string;
  /** Default GET. */
  readonly method?: string;
  /** Sent as it is, with its content type. */
  readonly body?: { readonly type: string; readonly text: string };
  readonly timeoutSeconds?: number;
}

export interface HttpsAnswer {
  readonly status: number;
  readonly text: string;
}

/** One request over verified TLS. Rejects where there is no answer; any status is an answer. */
export function send(sent: HttpsRequest): Promise<HttpsAnswer> {
  const { url, ca, token, accept, method = "GET", body, timeoutSeconds = 10 } = sent;
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(accept !== undefined && { accept }),
      ...(body !== undefined && { "content-type": body.type }),
    };
    const outgoing = request(url, { ca, headers, method, timeout: timeoutSeconds * 1000, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on("error", reject);
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer within ${timeoutSeconds} s`)));
    outgoing.on("error", reject);
    outgoing.end(body?.text);
  });
}
