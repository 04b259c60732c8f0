import { serveMockXai, type MockXaiServer } from "@xai-edge/mock/node";
import type { Browser, BrowserContextOptions, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sendRaw } from "../apps/proxy/testing/raw-request.ts";
import { runWorker, type RunningWorker } from "../apps/proxy/testing/running-worker.ts";
import { createCanary } from "./testing/canary.ts";
import {
  answer,
  ask,
  askAndWait,
  beginningOf,
  button,
  errorCard,
  message,
  textOf,
  untilConnected,
  untilOver,
} from "./testing/chat-page.ts";
import { answerTo, hostile, numbersTo, wide } from "./testing/counting-model.ts";
import { expectSoon } from "./testing/expect-soon.ts";
import { launchChromium } from "./testing/launch-chromium.ts";
import { openPage, type OpenPage } from "./testing/open-page.ts";
import { serveDemo, type ServedDemo } from "./testing/serve-demo.ts";
import { watchAnswer } from "./testing/watch-answer.ts";
import { watchServer } from "./testing/watch-server.ts";

// The page's production build in Chromium, the Worker's production bundle in workerd, and behind it a simulator on loopback that
// takes one key: the canary. Nothing is faked in between.

const canary = createCanary();

let browser: Browser;
let demo: ServedDemo;
let simulator: MockXaiServer;
let upstream: ReturnType<typeof watchServer>;
let worker: RunningWorker;
const workers: RunningWorker[] = [];
/** The page that the running test has open. */
let visit: OpenPage | undefined;
/** What came out of the Worker and the page in all the tests. */
const received: Received[] = [];

type Received = readonly [where: string, bytes: Buffer | string];

function startWorker(port?: number): Promise<RunningWorker> {
  return runWorker(
    "src/worker.ts",
    {
      XAI_API_KEY: canary.key,
      XAI_BASE_URL: simulator.url,
      MAX_RETRIES: "0",
      LIMITS: "unlimited",
      DEPLOYMENT_BUDGET: "unlimited",
      ALLOWED_ORIGINS: demo.origin,
      DEV_MODE: "loopback-without-auth",
    },
    port === undefined ? {} : { port },
  );
}

/** Opens the page and waits until it has its models: what the simulator is told to fail from now on is an answer. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  visit = await openPage(browser, demo.origin, options);
  await untilConnected(visit.page);
  return visit.page;
}

/** What the simulator was last asked, as it is now. */
function lastAsked() {
  const last = simulator.mock.requests.at(-1);
  if (last === undefined) throw new Error("Expected the simulator to have been asked");
  return last;
}

/** Everything that came into a page, and what it made of it. */
async function receivedBy(visited: OpenPage): Promise<Received[]> {
  const ofResponses = (await visited.responses()).flatMap(({ url, status, head, body }): Received[] => [
    [`headers of ${status} ${url}`, head],
    [`body of ${status} ${url}`, body],
  ]);
  return [
    ...ofResponses,
    ["the page", await visited.leftovers()],
    ["the console", visited.complaints.join("\n")],
  ];
}

/** Chromium itself reports a response of 400 and more; the page has nothing to say on the console, and nobody else to ask. */
function expectGoodManners({ complaints, origins }: OpenPage): void {
  expect(complaints.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
  expect([...origins].toSorted()).toEqual([demo.origin, worker.url].toSorted());
}

beforeAll(async () => {
  [simulator, demo, browser] = await Promise.all([
    serveMockXai({ apiKey: canary.key, tokensPerSecond: 200, answer: answerTo }),
    serveDemo(),
    launchChromium(),
  ]);
  upstream = watchServer(simulator.url);
  worker = await startWorker();
  workers.push(worker);
  await demo.build(worker.url);
});

afterEach(async () => {
  const visited = visit;
  if (visited === undefined) return;
  visit = undefined;
  received.push(...(await receivedBy(visited)));
  await visited[Symbol.asyncDispose]();
  expectGoodManners(visited);
});

afterAll(async () => {
  upstream[Symbol.dispose]();
  await Promise.all([browser.close(), worker[Symbol.asyncDispose]()]);
  await Promise.all([demo[Symbol.asyncDispose](), simulator.close()]);
});

describe("the page", () => {
  it("fills its model picker from the Models API, and shows no banner with a real upstream", async () => {
    const page = await open();
    const { data }: { data: { id: string }[] } = await (await fetch(`${worker.url}/v1/models`)).json();
    const options = await page.getByLabel("Model").locator("option").allTextContents();
    expect(options.toSorted()).toEqual(data.map(({ id }) => id).toSorted());
    await page.getByText("Connected to the proxy").waitFor();
    expect(await page.getByTestId("simulator-banner").count()).toBe(0);
    expect(visit?.complaints).toEqual([]);
  });

  it("shows an answer while it comes, its reasoning apart, then what it took", async ({ annotate }) => {
    const page = await open();
    const stopWatching = await watchAnswer(page);
    await ask(page, "Think of 120, then count to 250");
    await beginningOf(page);
    expect(lastAsked()).toMatchObject({ finished: false, path: "/v1/chat/completions" });
    await untilOver(page);
    expect(lastAsked()).toMatchObject({ finished: true, aborted: false });

    const glimpses = await stopWatching();
    const growing = (part: "reasoning" | "answer"): number =>
      glimpses.filter((glimpse, index) => glimpse[part] > (glimpses[index - 1]?.[part] ?? 0)).length;
    expect(growing("reasoning")).toBeGreaterThanOrEqual(3);
    expect(growing("answer")).toBeGreaterThanOrEqual(3);
    expect(glimpses.find((glimpse) => glimpse.answer > 0)?.reasoning).toBeGreaterThan(0);
    await annotate(`reasoning grew ${growing("reasoning")} times, the answer ${growing("answer")} times`);

    const usage = await usageOnTheWire();
    const figures = await page.getByTestId("usage").innerText();
    expect(figures).toMatch(new RegExp(`prompt\\s${usage.prompt_tokens}\\b`));
    expect(figures).toMatch(new RegExp(`completion\\s${usage.completion_tokens}\\b`));
    expect(figures).toMatch(new RegExp(`reasoning\\s${usage.completion_tokens_details.reasoning_tokens}\\b`));
    const usd = usage.cost_in_usd_ticks / 1e10;
    expect(Number(/\$([\d.]+)/.exec(figures)?.[1]) / usd).toBeCloseTo(1, 1);
    expect(visit?.complaints).toEqual([]);
  });

  it("sends what was said before along with the next question", async () => {
    const page = await open();
    await page.getByLabel("Model").selectOption("grok-4");
    await askAndWait(page, "Count to 20");
    await askAndWait(page, "Count to 5");
    expect(lastAsked().body).toMatchObject({
      model: "grok-4",
      messages: [
        { role: "user", content: "Count to 20" },
        { role: "assistant", content: numbersTo(20).join("") },
        { role: "user", content: "Count to 5" },
      ],
      stream: true,
      stream_options: { include_usage: true },
    });
    await button(page, "New chat").click();
    await askAndWait(page, "Count to 6");
    expect(lastAsked().body).toMatchObject({ messages: [{ role: "user", content: "Count to 6" }] });
  });

  it("runs nothing that an answer brings along, and asks nobody else for it", async () => {
    const page = await open();
    await askAndWait(page, hostile);
    await answer(page).getByText("The end").waitFor();
    expect(await page.title()).toBe("xai-edge demo");
    expect(await answer(page).locator("img, script, [onerror], [href^='javascript:']").count()).toBe(0);
  });

  it("can be used with the keyboard alone", async () => {
    const page = await open();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { activeElement: element } = document;
        return element?.getAttribute("aria-label") ?? element?.textContent.trim() ?? "";
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

    await expectSoon(focused).toBe("Message");
    await tabTo("Model");
    const before = await page.getByLabel("Model").inputValue();
    await page.keyboard.press("ArrowDown");
    expect(await page.getByLabel("Model").inputValue()).not.toBe(before);

    await message(page).focus();
    await page.keyboard.type("Count to 20");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("in English");
    await page.keyboard.press("Enter");
    await answer(page).getByText("1 2 3").waitFor();
    await untilOver(page);
    expect(lastAsked().body).toMatchObject({
      messages: [{ role: "user", content: "Count to 20\nin English" }],
    });
    await expectSoon(focused).toBe("Message");

    simulator.mock.failNext({ status: 500 });
    await page.keyboard.type("Count to 6");
    await page.keyboard.press("Enter");
    await errorCard(page).waitFor();
    await tabTo("Retry");
    await page.keyboard.press("Enter");
    await errorCard(page).waitFor({ state: "detached" });
    await untilOver(page);

    await tabTo("New chat");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Ask Grok anything" }).waitFor();
    await expectSoon(focused).toBe("Message");
  });

  it("follows the system into the dark, and a choice of one's own from then on", async () => {
    const page = await open({ colorScheme: "dark" });
    const brightness = (): Promise<number> =>
      page.evaluate(() => {
        const { backgroundColor } = getComputedStyle(document.documentElement);
        const parts =
          backgroundColor
            .match(/[\d.]+/g)
            ?.slice(0, 3)
            .map(Number) ?? [];
        return parts.reduce((sum, part) => sum + part, 0) / 3;
      });
    expect(await brightness()).toBeLessThan(50);
    await button(page, "Switch to light colours").click();
    expect(await brightness()).toBeGreaterThan(200);
    await page.reload();
    await button(page, "Switch to dark colours").waitFor();
    expect(await brightness()).toBeGreaterThan(200);
  });

  it("fits a window of 360 pixels: empty, with an answer, with an error", async () => {
    const page = await open({ viewport: { width: 360, height: 640 } });
    /** What reaches over the window's edge and is in nothing that scrolls by itself, and what scrolls sideways and should not. */
    const misfits = (): Promise<string[]> =>
      page.evaluate(() => {
        const ownScroll = ".code pre, .table";
        const tooWide = [...document.querySelectorAll("body *")].filter(
          (element) =>
            element.getBoundingClientRect().right > innerWidth + 0.5 &&
            element.parentElement?.closest(ownScroll) === null,
        );
        const scrolling = [document.documentElement, ...document.querySelectorAll("[role=log]")].filter(
          ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
        );
        return [...tooWide, ...scrolling].map((element) => element.outerHTML.slice(0, 100));
      });

    expect(await misfits()).toEqual([]);
    await askAndWait(page, wide);
    await answer(page).locator("table").waitFor();
    expect(await misfits()).toEqual([]);
    simulator.mock.failNext({ status: 500, body: { error: `Trouble with ${"x".repeat(200)}` } });
    await ask(page, `${"long".repeat(40)}?`);
    await errorCard(page).waitFor();
    expect(await misfits()).toEqual([]);
  });
});

interface UsageOnTheWire {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly completion_tokens_details: { readonly reasoning_tokens: number };
  readonly cost_in_usd_ticks: number;
}

/** The usage in the last chunk of the last stream that Chromium received, once Chromium hands its body out. */
async function usageOnTheWire(): Promise<UsageOnTheWire> {
  let last: UsageOnTheWire | undefined;
  await expectSoon(async () => {
    const stream = (await visit?.responses())?.findLast(({ url }) => url.endsWith("/v1/chat/completions"));
    last = String(stream?.body)
      .split("\n\n")
      .filter((event) => event.startsWith("data: {"))
      .map((event): { usage?: UsageOnTheWire | null } => JSON.parse(event.slice(6)))
      .flatMap(({ usage }) => usage ?? [])
      .at(-1);
    // What is there instead, for whoever has to find out why.
    return last === undefined
      ? `${stream?.body.length} bytes: ${stream?.body.toString().slice(-200)}`
      : "usage";
  }).toBe("usage");
  if (last === undefined) throw new Error("Expected a stream with usage");
  return last;
}

describe("an answer that is stopped", () => {
  /** Milliseconds from the gesture, as the page saw it, until the upstream's answer was over. */
  async function msUntilUpstreamEnds(page: Page, gesture: () => Promise<void>): Promise<number> {
    const seen = await page.evaluateHandle(() => {
      const time = { at: 0 };
      for (const type of ["click", "keydown"]) {
        document.addEventListener(type, () => (time.at ||= Date.now()), { capture: true });
      }
      return time;
    });
    await gesture();
    await expectSoon(() => lastAsked().aborted).toBe(true);
    const closedAt = upstream.requests.at(-1)?.closedAt ?? Infinity;
    return closedAt - (await seen.jsonValue()).at;
  }

  it.for([
    ["Stop", (page: Page) => button(page, "Stop").click()],
    ["Escape", (page: Page) => page.keyboard.press("Escape")],
  ] as const)(
    "by %s ends at the upstream within a second, and what came stays",
    async ([, stop], { annotate }) => {
      const page = await open();
      await ask(page, "Count to 5000");
      const beginning = await beginningOf(page);
      const ms = await msUntilUpstreamEnds(page, () => stop(page));
      await annotate(`the upstream's answer was over ${ms} ms after the gesture`);
      expect(ms).toBeLessThan(3000);
      expect(lastAsked()).toMatchObject({ aborted: true, finished: false });

      await page.getByText("Stopped", { exact: true }).waitFor();
      const kept = await textOf(answer(page));
      expect(kept.length).toBeGreaterThanOrEqual(beginning.length);
      expect(numbersTo(5000).join("").startsWith(kept)).toBe(true);
      expect(await errorCard(page).count()).toBe(0);
      await askAndWait(page, "Count to 5");
      expect(lastAsked().body).toMatchObject({ messages: [{}, { role: "assistant", content: kept }, {}] });
      expect(await textOf(page.getByTestId("answer").first())).toBe(kept);
    },
  );

  // Chromium closes a connection in a way that could be half of it alone: workerd learns the truth when it next writes to it.
  it("before anything came says so, and ends at the upstream as soon as that begins", async () => {
    const page = await open();
    simulator.mock.failNext({ delayHeadersMs: 1500 });
    const asked = simulator.mock.requests.length;
    await ask(page, "Count to 5000");
    await expectSoon(() => simulator.mock.requests.length).toBe(asked + 1);
    await button(page, "Stop").click();
    await page.getByText("Stopped before anything arrived").waitFor();
    expect(await errorCard(page).count()).toBe(0);
    await expectSoon(() => lastAsked().aborted).toBe(true);
    expect(lastAsked().finished).toBe(false);
  });

  it("by opening the page anew ends at the upstream", async () => {
    const page = await open();
    await ask(page, "Count to 5000");
    await beginningOf(page);
    const asked = lastAsked();
    await page.goto(`${demo.origin}/?again`);
    await expectSoon(() => asked.aborted).toBe(true);
  });
});

describe("an answer that fails", () => {
  const busy = { status: 429, retryAfter: "0", body: { code: "Too many", error: "Slow down, please." } };
  const aboutKey = {
    status: 400,
    body: { code: "invalid-argument", error: `Incorrect API key provided: ${canary.key}` },
  };
  const aboutAll = { status: 500, body: { error: `Trouble with Bearer ${canary.key}` } };

  it.each([
    ["a 500", { status: 500 }, 1, "The service is having trouble", "told to answer 500"],
    ["a 500 that quotes the key", aboutAll, 1, "The service is having trouble", "Trouble with Bearer"],
    ["a 429 that stays", busy, 3, "Too many requests", "Slow down, please."],
    ["a wrong key", aboutKey, 1, "The service is having trouble", "refused the proxy's own credentials"],
  ])("through %s shows what the matter is, and Retry asks again", async (_, fault, times, title, words) => {
    const page = await open();
    simulator.mock.failNext(fault, times);
    await ask(page, "Count to 20");
    await errorCard(page).waitFor();
    expect(await errorCard(page).innerText()).toContain(title);
    expect(await errorCard(page).innerText()).toContain(words);
    await button(page, "Retry").click();
    await page.getByTestId("usage").waitFor();
    expect(await errorCard(page).count()).toBe(0);
    expect(await textOf(answer(page))).toBe(numbersTo(20).join(""));
    expect(lastAsked().body).toMatchObject({ messages: [{ role: "user", content: "Count to 20" }] });
  });

  it.each([
    // A connection that is reset may lose what was still on its way.
    ["cut off", { cutAfterEvents: 60 }, "connection_lost", /^1( \d+)+$/],
    ["ended too soon", { endAfterEvents: 60 }, "truncated_stream", /^1 2 3 .* 5\d$/],
    ["ended by an error event", { errorEventAfter: 60 }, "service_unavailable", /^1 2 3 .* 5\d$/],
  ])("in the middle, %s, keeps what came, and Retry asks again", async (_, fault, code, kept) => {
    const page = await open();
    simulator.mock.failNext(fault);
    await ask(page, "Count to 100");
    await errorCard(page).waitFor();
    expect(await errorCard(page).innerText()).toContain(`Code ${code}`);
    expect(await textOf(answer(page))).toMatch(kept);
    await button(page, "Retry").click();
    await errorCard(page).waitFor({ state: "detached" });
    await untilOver(page);
    expect(await textOf(answer(page))).toBe(numbersTo(100).join(""));
  });

  it("because the proxy is down says so, and Retry works once it is back", async () => {
    const page = await open();
    const port = Number(new URL(worker.url).port);
    await worker[Symbol.asyncDispose]();
    await ask(page, "Count to 20");
    await errorCard(page).waitFor();
    expect(await errorCard(page).innerText()).toContain("Code connection_lost");
    expect(await button(page, "Retry").count()).toBe(1);

    await page.reload();
    await errorCard(page).waitFor();
    await page.getByText("Not connected").waitFor();
    expect(await page.getByLabel("Model").isDisabled()).toBe(true);

    worker = await startWorker(port);
    workers.push(worker);
    await button(page, "Retry").click();
    await untilConnected(page);
    await askAndWait(page, "Count to 20");
    expect(await textOf(answer(page))).toBe(numbersTo(20).join(""));
  });
});

describe("the key", () => {
  /** Everything the Worker answers to one request, as it comes out of the socket. */
  async function rawAnswer(requestLine: string, body = "", headers: readonly string[] = []): Promise<Buffer> {
    const lines = [
      `${requestLine} HTTP/1.1`,
      `Host: ${new URL(worker.url).host}`,
      "Connection: close",
      ...headers,
      ...(body === "" ? [] : ["Content-Type: application/json", `Content-Length: ${body.length}`]),
    ];
    return Buffer.from(await sendRaw(worker.url, `${lines.join("\r\n")}\r\n\r\n${body}`), "latin1");
  }

  it("is in what the upstream gets, and in nothing that comes out of the Worker or the page", async ({
    annotate,
  }) => {
    const page = await open();
    await askAndWait(page, "Count to 20");
    if (visit !== undefined) received.push(...(await receivedBy(visit)));

    const chat = JSON.stringify({
      model: "grok-4",
      stream: true,
      messages: [{ role: "user", content: "Count to 20" }],
    });
    const asks: readonly Parameters<typeof rawAnswer>[] = [
      ["GET /v1/models"],
      ["GET /v1/models/grok-4"],
      ["GET /healthz"],
      ["GET /v1/models/no-such-model"],
      ["GET /v1/files"],
      ["GET /v1/models", "", ["Origin: https://elsewhere.example"]],
      ["OPTIONS /v1/models", "", [`Origin: ${demo.origin}`, "Access-Control-Request-Method: GET"]],
      ["POST /v1/chat/completions", chat],
      ["POST /v1/responses", JSON.stringify({ model: "grok-4", stream: true, input: "Count to 20" })],
      ["POST /v1/chat/completions", "{"],
    ];
    for (const [requestLine, ...rest] of asks) {
      received.push([`raw answer to ${requestLine}`, await rawAnswer(requestLine, ...rest)]);
    }
    for (const status of [400, 401, 403, 422, 429, 500]) {
      simulator.mock.failNext({ status, retryAfter: canary.key, body: { error: `Bearer ${canary.key}` } });
      received.push([`raw answer to a ${status}`, await rawAnswer("POST /v1/chat/completions", chat)]);
    }
    for (const { logs } of workers) received.push(["the Worker's log", logs.join("\n")]);

    expect(canary.foundIn(upstream.requests.flatMap(({ rawHeaders }) => rawHeaders).join("\n"))).toEqual([
      "plain",
    ]);
    expect(
      received.flatMap(([where, bytes]) => canary.foundIn(bytes).map((how) => `${how} in ${where}`)),
    ).toEqual([]);

    // The search has seen what it is meant to see.
    const seen = (what: string, where: RegExp): boolean =>
      received.some(([name, bytes]) => where.test(name) && bytes.includes(what));
    expect(seen("<title>xai-edge demo", /^body of 200/)).toBe(true);
    expect(seen("chat/completions", /^body of 200 .*\.js$/)).toBe(true);
    expect(seen('"x-request-id"', /^headers of 200 .*chat\/completions$/)).toBe(true);
    expect(seen("data: [DONE]", /^body of 200 .*chat\/completions$/)).toBe(true);
    expect(seen("response.completed", /^raw answer to POST \/v1\/responses/)).toBe(true);
    expect(seen('"event":"request"', /^the Worker's log/)).toBe(true);
    expect(seen("Count to 20", /^the page/)).toBe(true);
    const bytes = received.reduce((sum, [, piece]) => sum + piece.length, 0);
    await annotate(`searched ${bytes} bytes in ${received.length} pieces`);
  });
});
