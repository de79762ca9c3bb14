import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

export interface OpenPage {
  readonly page: Page;
  readonly url: string;
  /** What it asked for, whatever became of it. */
  readonly requests: readonly string[];
  /** Console errors and what was thrown. */
  readonly errors: readonly string[];
  /** One of `probes` in report-probes.js. */
  probe<T>(call: string): Promise<T>;
}

export interface View {
  readonly width: number;
  readonly scheme: "light" | "dark";
}

/** Opens a file as a person would, and writes down what it asks for and complains of. */
export async function openPage(browser: Browser, file: string, { width, scheme }: View): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  await context.addInitScript({ path: join(import.meta.dirname, "report-probes.js") });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  const url = pathToFileURL(file).href;
  await page.goto(url, { waitUntil: "load" });
  const probe = <T>(call: string) => page.evaluate(`globalThis.probes.${call}`) as Promise<T>;
  return { page, url, requests, errors, probe };
}
