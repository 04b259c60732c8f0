import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, readEvents, reasonOf, refusal, send } from "../testing/ask.ts";
import { createMockXai, type Fault } from "./index.ts";

const path = "/v1/chat/completions";
const body: Wire.ChatRequest = { model: "grok-3", messages: [{ role: "user", content: "Hello" }] };
const answer = (): string => "one two three four";

/** Reads a streamed answer as far as it comes. */
async function readFaulty(
  fault: Fault,
  request: object = body,
  target = path,
): Promise<[unknown[], unknown]> {
  const mock = createMockXai({ answer });
  mock.failNext(fault);
  const response = await send(mock, target, { ...request, stream: true });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const bytes of response.body ?? []) text += decoder.decode(bytes, { stream: true });
  } catch (error) {
    return [readEvents(text), error];
  }
  return [readEvents(text), undefined];
}

describe("a fault of the simulator", () => {
  it.each([429, 500, 503])("answers %i with what to wait", async (status) => {
    const mock = createMockXai();
    mock.failNext({ status, retryAfter: "7" });
    const response = await send(mock, path, body);
    expect([response.status, response.headers.get("retry-after")]).toEqual([status, "7"]);
    expect(await response.json()).toEqual({
      code: "The simulator was told to fail",
      error: `The simulator was told to answer ${status}.`,
    });
  });

  it.each([
    ["a text", "<html>Bad gateway</html>", "text/plain; charset=utf-8", "<html>Bad gateway</html>"],
    ["JSON", { error: "no" }, "application/json", '{"error":"no"}'],
    ["nothing", "", "text/plain; charset=utf-8", ""],
  ])("answers with %s of the caller's", async (_, sent, type, text) => {
    const mock = createMockXai();
    mock.failNext({ status: 502, body: sent });
    const response = await send(mock, path, body);
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      502,
      type,
      text,
    ]);
  });

  it("befalls as many requests as asked, and then no more", async () => {
    const mock = createMockXai();
    mock.failNext({ status: 500 }, 2);
    mock.failNext({ status: 503 });
    const statuses: number[] = [];
    for (let request = 0; request < 4; request += 1) {
      statuses.push((await send(mock, path, body)).status);
    }
    expect(statuses).toEqual([500, 500, 503, 200]);
  });

  it("befalls the requests that a plan names: by their order, or as a function decides", async () => {
    const list = createMockXai({ faults: [undefined, { status: 500 }] });
    expect((await send(list, path, body)).status).toBe(200);
    expect((await send(list, path, body)).status).toBe(500);
    const chosen = createMockXai({
      faults: ({ method, path: asked }, index) =>
        asked === path && index > 0 ? { status: method === "POST" ? 503 : 500 } : undefined,
    });
    expect((await send(chosen, path, body)).status).toBe(200);
    expect((await send(chosen, path, body)).status).toBe(503);
    expect((await chosen.fetch("https://api.x.ai/v1/models")).status).toBe(200);
  });

  it("redirects", async () => {
    const mock = createMockXai();
    mock.failNext({ redirect: "https://elsewhere.example/" });
    const response = await send(mock, path, body);
    expect([response.status, response.headers.get("location")]).toEqual([307, "https://elsewhere.example/"]);
  });

  it("answers 200 with an error in JSON instead of a stream", async () => {
    const mock = createMockXai();
    mock.failNext({ jsonInsteadOfStream: true });
    const response = await send(mock, path, { ...body, stream: true });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(await response.json()).toEqual({
      code: "The service is currently unavailable",
      error: "Timed out waiting for first token",
    });
  });

  it("delays the headers, which an abort cuts short", async () => {
    const mock = createMockXai();
    mock.failNext({ delayHeadersMs: 60_000 });
    const controller = new AbortController();
    const reason = new Error("enough");
    const failure = reasonOf(send(mock, path, body, { signal: controller.signal }));
    controller.abort(reason);
    expect(await failure).toBe(reason);
    mock.failNext({ delayHeadersMs: 30, status: 500 });
    const started = performance.now();
    expect((await send(mock, path, body)).status).toBe(500);
    expect(performance.now() - started).toBeGreaterThanOrEqual(29);
  });

  it("loses the connection after the events it says", async () => {
    const [events, error] = await readFaulty({ cutAfterEvents: 2 });
    expect(events).toMatchObject([
      { choices: [{ delta: { content: "one" } }] },
      { choices: [{ delta: { content: " two" } }] },
    ]);
    expect(error).toBeInstanceOf(Error);
  });

  it("ends a stream without the protocol's own end", async () => {
    const [events, error] = await readFaulty({ endAfterEvents: 2 });
    expect(events).toHaveLength(2);
    expect(events).not.toContain("[DONE]");
    expect(error).toBeUndefined();
  });

  it("sends an error event and ends", async () => {
    expect(await readFaulty({ errorEventAfter: 1 })).toEqual([
      [
        expect.objectContaining({ object: "chat.completion.chunk" }),
        {
          type: "error",
          status: 503,
          error: {
            message: "The simulator was told to break off here.",
            type: "server_error",
            param: null,
            code: "service_unavailable",
          },
        },
      ],
      undefined,
    ]);
  });

  it("sends the error event of a Responses stream, or lets the response fail", async () => {
    const request = { model: "grok-3", input: "Hello" };
    const message = "The simulator was told to break off here.";
    const [events] = await readFaulty({ errorEventAfter: 5 }, request, "/v1/responses");
    expect(events.slice(5)).toEqual([
      { sequence_number: 5, type: "error", code: "service_unavailable", message, param: null },
    ]);
    const [failed] = await readFaulty({ responseFailedAfter: 5 }, request, "/v1/responses");
    expect(failed.slice(5)).toMatchObject([
      {
        sequence_number: 5,
        type: "response.failed",
        response: { status: "failed", error: { code: "server_error", message }, output: [] },
      },
    ]);
  });

  it("goes silent until the client leaves", async () => {
    const mock = createMockXai({ answer });
    mock.failNext({ stallAfterEvents: 1 });
    const controller = new AbortController();
    const response = await send(mock, path, { ...body, stream: true }, { signal: controller.signal });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    const silent = reader?.read();
    expect(await Promise.race([silent, new Promise((resolve) => setTimeout(resolve, 20, "silence"))])).toBe(
      "silence",
    );
    controller.abort(new Error("enough"));
    await expect(silent).rejects.toThrow("enough");
    expect(mock.requests).toMatchObject([{ aborted: true, finished: false }]);
  });

  it("loses or holds back a whole answer, before or after its bytes", async () => {
    const mock = createMockXai();
    mock.failNext({ cutAfterEvents: 0 });
    expect(await reasonOf(ask(mock, path, body))).toBeInstanceOf(Error);
    mock.failNext({ cutAfterEvents: 1 });
    expect(await reasonOf(ask(mock, path, body))).toBeInstanceOf(Error);
    mock.failNext({ endAfterEvents: 0 });
    expect(await (await send(mock, path, body)).text()).toBe("");
    mock.failNext({ stallAfterEvents: 0 });
    const controller = new AbortController();
    const response = await send(mock, path, body, { signal: controller.signal });
    const reason = new Error("enough");
    // In Chromium, `text()` gives its own error in place of the stream's.
    const failure = reasonOf(response.body?.getReader().read() ?? Promise.resolve());
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(mock.requests.map(({ finished }) => finished)).toEqual([false, false, true, false]);
  });

  it("comes before the request is looked at", async () => {
    const mock = createMockXai({ apiKey: "right", faults: [{ status: 503 }] });
    expect(await refusal(mock, "/v1/nothing", body)).toMatchObject([503, {}]);
  });
});
