import { serveMockXai, type MockXaiServer } from "@xai-edge/mock/node";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runWorker, type RunningWorker } from "../apps/proxy/testing/running-worker.ts";
import {
  confirm,
  dialog,
  field,
  figuresOf,
  notice,
  openSubject,
  signIn,
  tryKey,
} from "./testing/admin-page.ts";
import { createCanary } from "./testing/canary.ts";
import { button, errorCard } from "./testing/chat-page.ts";
import { expectSoon } from "./testing/expect-soon.ts";
import { launchChromium } from "./testing/launch-chromium.ts";
import { openPage, type OpenPage } from "./testing/open-page.ts";
import { serveDemo, type ServedDemo } from "./testing/serve-demo.ts";
import { sha256Of } from "../apps/proxy/testing/sha256-of.ts";

// The administrators' page as it is built, in Chromium, and the Worker that is deployed, in workerd. The admin key is a canary: it
// goes into the authorization header and nowhere else.

const canary = createCanary();
// The page takes no key of xAI's.
const adminKey = canary.key.replace(/^xai-/, "admin-");
const xaiKey = "xai-upstream-Qw8Lk2Zs";
const clientKey = "client-key-Jp2nVb6Rc8";
const subject = "team:ann@example.com";

let browser: Browser;
let demo: ServedDemo;
let simulator: MockXaiServer;
let worker: RunningWorker;
let port: number;
let visit: OpenPage | undefined;

const settings = (): Record<string, string> => ({
  XAI_API_KEY: xaiKey,
  XAI_BASE_URL: simulator.url,
  MAX_RETRIES: "0",
  CLIENT_KEYS: JSON.stringify([{ sha256: sha256Of(clientKey), subject }]),
  ADMIN_KEY_HASHES: sha256Of(adminKey),
  SESSION_KEYS: `v1:${"A".repeat(43)}`,
  DEV_MODE: "loopback-without-auth",
  ALLOWED_ORIGINS: demo.origin,
  LIMITS: JSON.stringify({ usdPerDay: 5, requestsPerMinute: 1000 }),
  DEPLOYMENT_BUDGET: JSON.stringify({ usdPerDay: 10 }),
  POLICY: JSON.stringify({ reasoningTokens: 1000 }),
});

/** Runs a Worker with other settings in the place of the one that the page was built for. */
async function replaceWorker(changes: Record<string, string>): Promise<void> {
  await worker[Symbol.asyncDispose]();
  worker = await runWorker("src/worker.ts", { ...settings(), ...changes }, { port });
}

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  visit = await openPage(browser, `${demo.origin}/admin.html`, options);
  return visit.page;
}

async function openSignedIn(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(options);
  await signIn(page, adminKey);
  return page;
}

/** Asks the proxy as a client does, and returns the status and the code of an error. */
async function call(token: string): Promise<string> {
  const response = await fetch(`${worker.url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ model: "grok-4", messages: [{ role: "user", content: "Hi" }] }),
  });
  const { error }: { error?: { code: string } } = await response.json();
  return error === undefined ? String(response.status) : `${response.status} ${error.code}`;
}

async function newToken(): Promise<{ token: string; jti: string }> {
  const response = await fetch(`${worker.url}/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  const { token }: { token: string } = await response.json();
  const { jti }: { jti: string } = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  return { token, jti };
}

beforeAll(async () => {
  [simulator, demo, browser] = await Promise.all([
    serveMockXai({ apiKey: xaiKey, tokensPerSecond: 2000 }),
    serveDemo(),
    launchChromium(),
  ]);
  worker = await runWorker("src/worker.ts", settings());
  port = Number(new URL(worker.url).port);
  await demo.build(worker.url);
});

/** Chromium itself reports what failed on the network; the page has nothing to say on the console, and nobody else to ask. */
function expectGoodManners({ complaints, origins }: OpenPage): void {
  expect(complaints.filter((text) => !/^Failed to load|blocked by CORS policy/.test(text))).toEqual([]);
  for (const origin of origins) expect([demo.origin, worker.url]).toContain(origin);
}

/** Everything that came into a page, what it made of it, and what the Worker wrote down. */
async function tracesOf(visited: OpenPage): Promise<string> {
  const responses = (await visited.responses()).flatMap(({ url, head, body }) => [
    url,
    head,
    body.toString("latin1"),
  ]);
  return [...responses, await visited.leftovers(), ...visited.complaints, ...worker.logs].join("\n");
}

function expectNoKey(traces: string): void {
  expect(canary.foundIn(traces)).toEqual([]);
}

afterEach(async () => {
  const visited = visit;
  if (visited === undefined) return;
  visit = undefined;
  const traces = await tracesOf(visited);
  await visited[Symbol.asyncDispose]();
  expectGoodManners(visited);
  expectNoKey(traces);
});

afterAll(async () => {
  await Promise.all([browser.close(), worker[Symbol.asyncDispose]()]);
  await Promise.all([demo[Symbol.asyncDispose](), simulator.close()]);
});

describe("signing in", () => {
  it("finds the proxy by itself, says so of a wrong key, and takes the right one", async () => {
    const page = await open();
    expect(await field(page, "Proxy address").inputValue()).toBe(worker.url);
    expect(await field(page, "Admin key").getAttribute("type")).toBe("password");
    await tryKey(page, xaiKey);
    await errorCard(page).getByText("This is a key of xAI's").waitFor();
    await tryKey(page, "not-the-key");
    await errorCard(page).getByText("Wrong admin key").waitFor();
    expect(await errorCard(page).innerText()).toContain("invalid_admin_key");
    expect(await field(page, "Admin key").inputValue()).toBe("not-the-key");
    await signIn(page, adminKey);
    expect(await errorCard(page).count()).toBe(0);
    expect(page.url()).toBe(`${demo.origin}/admin.html`);
    await page.reload();
    await field(page, "Admin key").waitFor();
    expect(await field(page, "Admin key").inputValue()).toBe("");
  });

  it("sends a key to no address but the one that the page was built for", async () => {
    const page = await open();
    await field(page, "Proxy address").fill("https://elsewhere.example");
    await tryKey(page, adminKey);
    await errorCard(page).getByText("may only talk to").waitFor();
    const allowed = await page.locator("meta[http-equiv=content-security-policy]").getAttribute("content");
    expect(allowed).toContain(`connect-src 'self' ${worker.url};`);
    expect(allowed).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  });

  it("ends with Sign out, and nothing is left on the page", async () => {
    await call(clientKey);
    const page = await openSignedIn();
    await button(page, subject).waitFor();
    await button(page, "Sign out").click();
    await field(page, "Admin key").waitFor();
    expect(await page.content()).not.toContain(subject);
  });

  it("says what is missing: an admin key, this page's origin, the proxy itself", async () => {
    const page = await open();
    await replaceWorker({ ADMIN_KEY_HASHES: "" });
    await tryKey(page, adminKey);
    await errorCard(page).getByText("No admin routes here").waitFor();
    await replaceWorker({ ALLOWED_ORIGINS: "https://app.example.com" });
    await button(page, "Sign in").click();
    await errorCard(page).getByText(`add ${demo.origin} to ALLOWED_ORIGINS`).waitFor();
    await worker[Symbol.asyncDispose]();
    await button(page, "Sign in").click();
    await errorCard(page).getByText("The proxy does not answer").waitFor();
    worker = await runWorker("src/worker.ts", settings(), { port });
    await button(page, "Sign in").click();
    await page.getByText("Nobody has called in the last 31 days").waitFor();
    expect(await errorCard(page).count()).toBe(0);
  });
});

describe("the subjects", () => {
  it("are listed with what the proxy counts, and refreshed when asked", async () => {
    expect(await call(clientKey)).toBe("200");
    const page = await openSignedIn();
    const spent = async (): Promise<{ spent_usd: { day: number }; calls: { day: number } }> =>
      (
        await fetch(`${worker.url}/admin/subjects/${subject}`, {
          headers: { authorization: `Bearer ${adminKey}` },
        })
      ).json();
    await expectSoon(async () => (await spent()).spent_usd.day).toBeGreaterThan(0);
    await button(page, "Refresh").click();
    await notice(page).getByText("Refreshed at").waitFor();
    const { spent_usd: usd, calls } = await spent();
    const figures = await figuresOf(page, subject);
    expect(Number(figures["Today"]?.slice(1)) / usd.day).toBeCloseTo(1, 1);
    expect(figures).toMatchObject({
      Reserved: "$0",
      "Calls now": "0",
      "Calls today": String(calls.day),
      Limits: "$5 a day, 1,000 requests a minute",
    });
    await page.getByRole("meter", { name: "Used today" }).waitFor();
    await page.getByText("Within the limit").waitFor();

    await field(page, "Filter by name").fill("nobody");
    await page.getByText("names read so far has “nobody”").waitFor();
    await field(page, "Filter by name").fill("ANN@");
    await button(page, subject).waitFor();
    await call(clientKey);
    await page.clock.install();
    await page.getByLabel("Every 10 seconds").check();
    await page.clock.runFor(10_000);
    await expectSoon(async () => (await figuresOf(page, subject))["Calls today"]).toBe(String(calls.day + 1));
  });

  it("show whose figures cannot be read, and all the others", async () => {
    await call(clientKey);
    await call((await newToken()).token);
    const page = await open();
    await page.route(`**/admin/subjects/${subject}`, (route) => route.abort());
    await signIn(page, adminKey);
    await page.getByText("Could not be read: The connection failed.").waitFor();
    expect(await figuresOf(page, "loopback")).toMatchObject({
      "Calls today": expect.stringMatching(/^\d+$/),
    });
    await page.unroute(`**/admin/subjects/${subject}`);
    await button(page, `Read ${subject} again`).click();
    await expectSoon(async () => (await figuresOf(page, subject))["Calls today"]).toMatch(/^\d+$/);
  });
});

describe("many subjects", () => {
  const names = Array.from({ length: 110 }, (_, index) => `user-${String(index).padStart(3, "0")}`);

  it("come a page at a time, with the figures of those on show alone, and are found by name", async () => {
    const keyOf = (name: string): string => `client-key-of-${name}`;
    const keys = names.map((name) => ({ sha256: sha256Of(keyOf(name)), subject: name }));
    await replaceWorker({ CLIENT_KEYS: JSON.stringify(keys) });
    for (const name of names) {
      const headers = { authorization: `Bearer ${keyOf(name)}` };
      expect((await fetch(`${worker.url}/v1/models`, { headers })).status).toBe(200);
    }
    const page = await openSignedIn();
    const shown = (): Promise<string[]> => page.getByRole("row").getByRole("button").allTextContents();
    const asked = async (): Promise<number> =>
      ((await visit?.responses()) ?? []).filter(({ url }) => url.includes("/admin/subjects/user-")).length;
    await page.getByText("1 to 25 of 100 or more").waitFor();
    expect(await shown()).toEqual(names.slice(0, 25));
    // Before each of them, Chromium asks whether it may.
    expect(await asked()).toBe(2 * 25);
    for (const _ of [1, 2, 3, 4]) await button(page, "Next").click();
    await page.getByText("101 to 110 of 110").waitFor();
    expect(await shown()).toEqual(names.slice(100));
    expect(await button(page, "Next").isDisabled()).toBe(true);

    await field(page, "Filter by name").fill("-05");
    await page.getByText("1 to 10 of 10").waitFor();
    await openSubject(page, "user-055");
    await button(page, "All subjects").click();
    await page.getByText("1 to 10 of 10").waitFor();
    expect(await field(page, "Filter by name").inputValue()).toBe("-05");
    await field(page, "Filter by name").fill("ann");
    await page.getByText("server:, jwt: or access: stand before the name").waitFor();
    expect(await button(page, "Open ann").isVisible()).toBe(true);
    await replaceWorker({});
  });
});

describe("a subject's limits", () => {
  it("are changed for the next call, and taken back", async () => {
    expect(await call(clientKey)).toBe("200");
    const page = await openSignedIn();
    await openSubject(page, subject);

    await field(page, "US dollars a day").fill("-1");
    await field(page, "Calls at a time").fill("1.5");
    await button(page, "Change limits").click();
    await page.getByText("Expected a number from 0 to 900,000").waitFor();
    await page.getByText("Expected a whole number from 0 to 1,000,000,000").waitFor();
    expect(await dialog(page).count()).toBe(0);

    await field(page, "US dollars a day").fill("0");
    await field(page, "Calls at a time").fill("");
    await button(page, "Change limits").click();
    const refused = await confirm(page);
    expect(refused).toContain("US dollars a day: 5 → 0");
    expect(refused).toContain("Every call that costs something is refused.");
    await notice(page).getByText(`The limits of ${subject} were changed`).waitFor();
    // Those that were not typed over still hold.
    expect(await field(page, "Requests a minute").inputValue()).toBe("1000");
    expect(await call(clientKey)).toBe("402 budget_exceeded");
    await page.getByText("Nothing may be spent").waitFor();

    await field(page, "US dollars a day").fill("");
    await field(page, "Requests a minute").fill("1");
    await button(page, "Change limits").click();
    await confirm(page);
    await dialog(page).waitFor({ state: "detached" });
    await expectSoon(() => call(clientKey)).toBe("429 rate_limited");

    await button(page, "Back to configured limits").click();
    expect(await confirm(page)).toContain("the limits of the configuration hold again");
    await notice(page).getByText("The configured limits hold").waitFor();
    expect(await call(clientKey)).toBe("200");
    expect(await field(page, "US dollars a day").inputValue()).toBe("5");
    expect(await button(page, "Back to configured limits").isDisabled()).toBe(true);
  });

  it("keep what was typed while the proxy is down, and through a look at the others", async () => {
    await call(clientKey);
    const page = await openSignedIn();
    await openSubject(page, subject);
    await field(page, "US dollars in all").fill("123.5");
    await worker[Symbol.asyncDispose]();
    await button(page, "Change limits").click();
    await confirm(page);
    await dialog(page).getByText("The proxy does not answer").waitFor();
    await page.keyboard.press("Escape");
    expect(await field(page, "US dollars in all").inputValue()).toBe("123.5");
    await button(page, "All subjects").click();
    await button(page, "Refresh").click();
    await errorCard(page).getByText("The proxy does not answer").waitFor();
    await openSubject(page, subject);
    expect(await field(page, "US dollars in all").inputValue()).toBe("123.5");

    worker = await runWorker("src/worker.ts", settings(), { port });
    await button(page, "Change limits").click();
    await confirm(page);
    await notice(page).getByText("were changed").waitFor();
    await call(clientKey);
    await button(page, "All subjects").click();
    await button(page, "Refresh").click();
    await errorCard(page).waitFor({ state: "detached" });
    await expectSoon(async () => (await figuresOf(page, subject))["Limits"]).toContain(
      "$123.50 in all, 1,000 requests a minute set by an administrator",
    );
  });
});

describe("session tokens", () => {
  it("are revoked one by one, and all of a subject's at once", async () => {
    const [first, second] = [await newToken(), await newToken()];
    expect([await call(first.token), await call(second.token)]).toEqual(["200", "200"]);
    const page = await openSignedIn();
    await openSubject(page, "loopback");

    await field(page, "jti of one token").fill(first.jti);
    await button(page, "Revoke this token").click();
    expect(await confirm(page)).toContain(`The token ${first.jti} of loopback is refused`);
    await notice(page).getByText(`The token ${first.jti} of loopback is revoked.`).waitFor();
    expect([await call(first.token), await call(second.token)]).toEqual(["401 session_revoked", "200"]);

    await button(page, "Revoke all tokens").click();
    expect(await confirm(page)).toContain("Every session token that loopback was given until now");
    await notice(page).getByText("All tokens that loopback was given").waitFor();
    expect(await call(second.token)).toBe("401 session_revoked");
  });
});

describe("the administrators' page", () => {
  it("can be used with the keyboard alone, and gives the focus back", async () => {
    await call(clientKey);
    const page = await open();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
        return (label ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
      });
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; (await focused()) !== name; presses++) {
        if (presses === 40) throw new Error(`Expected Tab to reach ${name}`);
        await page.keyboard.press("Tab");
      }
      // The mark of the focus can be seen.
      expect(
        await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle),
      ).toBe("solid");
    };

    await expectSoon(focused).toBe("Admin key");
    await page.keyboard.type(adminKey);
    await page.keyboard.press("Enter");
    await expectSoon(focused).toBe("Subjects");
    await tabTo(subject);
    await page.keyboard.press("Enter");
    await expectSoon(focused).toBe(subject);
    await tabTo("US dollars a month");
    await page.keyboard.type("50");
    await tabTo("Change limits");
    await page.keyboard.press("Enter");
    await expectSoon(focused).toBe("Cancel");
    await page.keyboard.press("Enter");
    await dialog(page).waitFor({ state: "detached" });
    await expectSoon(focused).toBe("Change limits");
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    await tabTo("Change limits");
    await page.keyboard.press("Enter");
    await notice(page).getByText("were changed").waitFor();
    await expectSoon(focused).toBe("Change limits");
    await button(page, "All subjects").focus();
    await page.keyboard.press("Enter");
    await expectSoon(focused).toBe(subject);
  });

  it("fits a window of 320 pixels: the list, a subject, a question", async () => {
    await call(clientKey);
    const page = await open({ viewport: { width: 320, height: 600 }, colorScheme: "dark" });
    const misfits = (): Promise<string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter(
            (element) =>
              element.getBoundingClientRect().right > innerWidth + 0.5 ||
              document.body.scrollWidth > innerWidth,
          )
          .map((element) => element.outerHTML.slice(0, 100)),
      );
    expect(await misfits()).toEqual([]);
    await signIn(page, adminKey);
    expect(await misfits()).toEqual([]);
    await openSubject(page, subject);
    expect(await misfits()).toEqual([]);
    await field(page, "jti of one token").fill("x".repeat(128));
    await button(page, "Revoke this token").click();
    await dialog(page).waitFor();
    expect(await misfits()).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      "rgb(22, 23, 26)",
    );
  });

  it("is no part of the chat page", async () => {
    visit = await openPage(browser, demo.origin);
    await visit.page.getByText("Connected to the proxy").waitFor();
    const files = (await visit.responses()).filter(({ url }) => url.startsWith(demo.origin));
    expect(files.length).toBeGreaterThan(2);
    expect(files.map(({ url }) => url).join("\n")).not.toContain("admin");
    expect(files.map(({ body }) => body.toString()).join("\n")).not.toContain("/admin/subjects");
  });
});
