import { request } from "node:http";
import { createXai, XaiApiError } from "@xai-edge/core";
import { expect, it, vi } from "vitest";
import { clientKey, poorKey, runForClients, slowKey } from "../testing/run-for-clients.ts";

// Our own client, with a base URL and a token and nothing else.

const { simulator, baseURL } = await runForClients();
const { mock } = simulator;
const messages = [{ role: "user" as const, content: "Why is the sky blue?" }];
const chat = { model: "grok-4", messages };

function clientWith(token: string) {
  return createXai({ baseURL, token });
}

async function errorOf(asked: PromiseLike<unknown>): Promise<unknown> {
  return asked.then(
    () => undefined,
    (error: unknown) => error,
  );
}

it("gets 402 where the budget is gone, for streams as well, and tries none of them again", async () => {
  const { completions } = clientWith(poorKey).chat;
  const asked = mock.requests.length;
  for (const error of [
    await errorOf(completions.create(chat)),
    await errorOf(completions.create({ ...chat, stream: true })),
  ]) {
    expect(error).toMatchObject({
      kind: "api",
      status: 402,
      code: "budget_exceeded",
      retryable: false,
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  }
  expect(mock.requests).toHaveLength(asked);
});

it("gets 429 with the time to wait, which it keeps to by itself while that is short", async () => {
  const { models } = clientWith(slowKey);
  await models.list();
  const refused = await errorOf(models.list({ maxRetries: 0 }));
  expect(refused).toMatchObject({ kind: "api", status: 429, code: "rate_limited", retryable: true });
  const seconds = Number(refused instanceof XaiApiError && refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(50);
  expect(seconds).toBeLessThanOrEqual(60);

  mock.failNext({ status: 429, retryAfter: "1" });
  const startedAt = performance.now();
  expect((await clientWith(clientKey).models.list()).data).not.toEqual([]);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1000);
});

it.each([true, false])(
  "ends a call at the upstream that it aborts before the headers came, and says why it did; streamed: %s",
  async (stream) => {
    const { chat: chats } = createXai({ baseURL, token: clientKey, fetch: fetchWithResets });
    const controller = new AbortController();
    const reason = new Error("The page was left.");
    const asked = mock.requests.length;
    mock.failNext({ delayHeadersMs: 20_000 });
    const error = errorOf(chats.completions.create({ ...chat, stream }, { signal: controller.signal }));
    await vi.waitFor(() => expect(mock.requests).toHaveLength(asked + 1), 5000);
    controller.abort(reason);
    expect(await error).toBe(reason);
    await vi.waitFor(() => expect(mock.requests.at(-1)?.aborted).toBe(true), 5000);
    expect(mock.requests.at(-1)?.finished).toBe(false);
  },
);

it("asks for another token when the proxy does not take the first", async () => {
  const token = vi.fn<(refused?: string) => string>((refused) => (refused === undefined ? "old" : clientKey));
  const { models } = createXai({ baseURL, token });
  expect((await models.list()).data).not.toEqual([]);
  expect(token.mock.calls).toEqual([[undefined], ["old"]]);
});

/**
 * A `fetch` for answers that never come, whose abort resets the connection. The usual one only closes it, which a workerd without
 * Cloudflare in front of it sees no sooner than it writes.
 */
async function fetchWithResets(
  url: string,
  { method, headers, body, signal }: RequestInit,
): Promise<Response> {
  const asked = request(url, {
    method: method ?? "GET",
    headers: Object.fromEntries(new Headers(headers)),
  });
  asked.end(body);
  return new Promise((_, reject) => {
    asked.on("error", reject);
    signal?.addEventListener("abort", () => {
      reject(signal.reason);
      asked.socket?.resetAndDestroy();
    });
  });
}
