import type { Browser, BrowserContextOptions, Page } from "playwright";
import { recordTraffic, type ReceivedResponse } from "./record-traffic.ts";

/** A page in a browser profile of its own, and all that came into it and out of it. */
export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** What the console got as an error or a warning, and what was thrown and not caught. */
  readonly complaints: readonly string[];
  /** Where the page sent requests to. */
  readonly origins: ReadonlySet<string>;
  responses(): Promise<readonly ReceivedResponse[]>;
  /** Everything that the page holds: its document, its storage, its cookies. */
  leftovers(): Promise<string>;
}

/** Opens an address; elements that do not come within 20 s fail the test. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const origins = new Set<string>();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  context.on("request", (request) => origins.add(new URL(request.url()).origin));
  const traffic = await recordTraffic(page);
  await page.goto(url);
  return {
    page,
    complaints,
    origins,
    responses: () => traffic.responses(),
    leftovers: async () =>
      JSON.stringify([await page.content(), await context.storageState({ indexedDB: true })]),
    [Symbol.asyncDispose]: () => context.close(),
  };
}
