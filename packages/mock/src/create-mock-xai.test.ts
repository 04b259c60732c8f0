import { createXai, isXaiError, type Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, askEvents, readEvents, reasonOf, refusal, send } from "../testing/ask.ts";
import { createMockXai, type AnswerRequest, type MockXai } from "./index.ts";

const path = "/v1/chat/completions";
const body = {
  model: "grok-3",
  messages: [{ role: "user" as const, content: "Hello" }],
} satisfies Wire.ChatRequest;
const headers = { "content-type": "application/json" };

async function readOne(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const { value } = await reader.read();
  return new TextDecoder().decode(value);
}

async function openStream(
  mock: MockXai,
  init?: RequestInit,
): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const response = await send(mock, path, { ...body, stream: true }, init);
  if (response.body === null) throw new Error("Expected a body");
  return response.body.getReader();
}

describe("the simulator", () => {
  it("is a fetch for the client of @xai-edge/core", async () => {
    const mock = createMockXai({ answer: () => "Hello there" });
    const xai = createXai({ baseURL: "http://proxy.example/v1", fetch: mock.fetch });
    const stream = await xai.chat.completions.create({ ...body, stream: true });
    let text = "";
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
    expect(text).toBe("Hello there");
    expect((await xai.models.list()).data.map(({ id }) => id)).toContain("grok-3");
  });

  it("takes a URL or a Request, on any host or none", async () => {
    const { fetch } = createMockXai();
    const inputs = ["https://x.example/v1/models", "/v1/models", new URL("http://localhost:1/v1/models")];
    for (const input of [...inputs, new Request("http://localhost/v1/models")]) {
      expect((await fetch(input)).status).toBe(200);
    }
  });

  it("answers 404 for a path that the API does not have", async () => {
    expect(await refusal(createMockXai(), "/v1/nothing", {})).toEqual([
      404,
      { error: { code: 404, message: "No route of the API has the path /v1/nothing" } },
    ]);
  });

  it("answers 405 for a method that the path does not have", async () => {
    const response = await createMockXai().fetch(`https://api.x.ai${path}`);
    expect([response.status, response.headers.get("allow"), await response.json()]).toEqual([
      405,
      "POST",
      { error: { code: 405, message: `The path ${path} takes POST, not GET` } },
    ]);
  });

  it("sends a request id and open CORS headers with every answer", async () => {
    const mock = createMockXai();
    const ids = new Set<string | null>();
    for (const target of ["/v1/models", "/v1/nothing", path]) {
      const { headers: sent } = await mock.fetch(`https://api.x.ai${target}`);
      expect(sent.get("access-control-allow-origin")).toBe("*");
      expect(sent.get("access-control-expose-headers")).toBe("*");
      ids.add(sent.get("x-request-id"));
    }
    expect(ids.size).toBe(3);
    expect(ids).not.toContain(null);
  });

  it("answers preflights with what they ask for", async () => {
    const mock = createMockXai({ apiKey: "secret" });
    const response = await mock.fetch(`https://api.x.ai${path}`, {
      method: "OPTIONS",
      headers: {
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,x-a",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(mock.requests).toEqual([]);
  });

  it("tells what it was asked, without the key", async () => {
    const mock = createMockXai();
    await ask(mock, path, body);
    await mock.fetch("https://api.x.ai/v1/models?page=2", { headers: { authorization: "Bearer canary" } });
    await refusal(mock, "/v1/nothing", {}, { method: "POST", body: "plain" });
    expect(mock.requests).toEqual([
      {
        method: "POST",
        path,
        headers: expect.objectContaining(headers),
        body,
        operation: "chat.completions.create",
        status: 200,
        aborted: false,
        finished: true,
      },
      {
        method: "GET",
        path: "/v1/models?page=2",
        headers: expect.objectContaining({ authorization: "(hidden)" }),
        body: undefined,
        operation: "models.list",
        status: 200,
        aborted: false,
        // Nobody has read its body.
        finished: false,
      },
      expect.objectContaining({ path: "/v1/nothing", body: "plain", operation: undefined, status: 404 }),
    ]);
    expect(JSON.stringify(mock.requests)).not.toContain("canary");
  });
});

describe("a simulator that runs for long", () => {
  it("keeps its newest 1000 requests", async () => {
    const mock = createMockXai();
    for (let page = 0; page < 1002; page += 1) await mock.fetch(`/v1/nothing?page=${page}`);
    expect(mock.requests).toHaveLength(1000);
    expect(mock.requests[0]).toMatchObject({ path: "/v1/nothing?page=2" });
  });
});

describe("the key of the simulator", () => {
  const keyed = (authorization?: string) =>
    refusal(createMockXai({ apiKey: "right" }), path, body, {
      headers: authorization === undefined ? headers : { ...headers, authorization },
    });

  it("is asked for with 401 when it is missing", async () => {
    expect(await keyed()).toMatchObject([401, { error: expect.stringContaining("no API key") }]);
  });

  it("is refused with 400 when it is wrong", async () => {
    expect(await keyed("Bearer wrong")).toEqual([
      400,
      { code: "Client specified an invalid argument", error: "The API key is incorrect." },
    ]);
  });

  it("opens the API when it is right", async () => {
    expect(await keyed("Bearer right")).toMatchObject([200, { object: "chat.completion" }]);
  });
});

describe("a scripted answer", () => {
  it("is told the request, and leaves it to the simulator with undefined", async () => {
    const asked: AnswerRequest[] = [];
    const mock = createMockXai({
      answer: async (request) => {
        asked.push(request);
        return request.index === 0 ? "Scripted" : undefined;
      },
    });
    const request = { ...body, model: "latest", n: 2 };
    const { choices } = await ask<Wire.ChatResponse>(mock, path, request);
    expect(choices[0]?.message.content).toBe("Scripted");
    expect(choices[1]?.message.content).toContain("This answer is simulated.");
    const facts = { model: "grok-4.3", text: "Hello", operation: "chat.completions.create", body: request };
    expect(asked).toEqual([
      { ...facts, index: 0 },
      { ...facts, index: 1 },
    ]);
  });

  it("that fails makes the request fail with its own reason", async () => {
    const mock = createMockXai({
      answer: () => {
        throw new RangeError("the script is at its end");
      },
    });
    await expect(ask(mock, path, body)).rejects.toThrow("the script is at its end");
  });
});

describe("a client that leaves", () => {
  const reason = new Error("enough");

  it("before the answer gets its own reason", async () => {
    const mock = createMockXai({ firstTokenMs: 60_000 });
    const controller = new AbortController();
    const answer = send(mock, path, body, { signal: controller.signal });
    const failure = reasonOf(answer);
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(mock.requests).toMatchObject([{ aborted: true, finished: false }]);
    await expect(send(mock, path, body, { signal: controller.signal })).rejects.toBe(reason);
    expect(mock.requests).toHaveLength(1);
  });

  it("by aborting a Request gets its own reason, too", async () => {
    const mock = createMockXai({ firstTokenMs: 60_000 });
    const controller = new AbortController();
    const request = new Request(`https://api.x.ai${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal: controller.signal,
    });
    const failure = reasonOf(mock.fetch(request));
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(mock.requests).toMatchObject([{ aborted: true }]);
  });

  it("in the middle of a stream ends it there", async () => {
    const mock = createMockXai();
    const controller = new AbortController();
    const reader = await openStream(mock, { signal: controller.signal });
    expect(readEvents(await readOne(reader))).toHaveLength(1);
    controller.abort(reason);
    await expect(reader.read()).rejects.toBe(reason);
    expect(mock.requests).toMatchObject([{ aborted: true, finished: false }]);
  });

  it("while the next token is awaited ends the wait", async () => {
    const mock = createMockXai({ firstTokenMs: 60_000 });
    const controller = new AbortController();
    const reader = await openStream(mock, { signal: controller.signal });
    const failure = reasonOf(reader.read());
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(mock.requests).toMatchObject([{ aborted: true }]);
  });

  it("by cancelling the body is noticed", async () => {
    const mock = createMockXai();
    const reader = await openStream(mock);
    await readOne(reader);
    await reader.cancel();
    expect(mock.requests).toMatchObject([{ aborted: true, finished: false }]);
  });

  it("after the end has not aborted anything", async () => {
    const mock = createMockXai();
    const controller = new AbortController();
    const events = readEvents(
      await (await send(mock, path, { ...body, stream: true }, { signal: controller.signal })).text(),
    );
    controller.abort(reason);
    expect(events.at(-1)).toBe("[DONE]");
    expect(mock.requests).toMatchObject([{ aborted: false, finished: true }]);
  });
});

describe("a stream of the simulator", () => {
  it("sends one event at a time, and makes none before it is read", async () => {
    let made = 0;
    const pieces = new Proxy(["a", "b", "c"], {
      get: (target, key) => {
        if (key === "1") made += 1;
        return Reflect.get(target, key);
      },
    });
    const mock = createMockXai({ answer: () => ({ text: pieces }) });
    const reader = await openStream(mock);
    made = 0;
    expect(readEvents(await readOne(reader))).toMatchObject([{ choices: [{ delta: { content: "a" } }] }]);
    expect(made).toBe(0);
    expect(readEvents(await readOne(reader))).toMatchObject([{ choices: [{ delta: { content: "b" } }] }]);
    expect(made).toBe(1);
    await reader.cancel();
  });

  it("keeps to its pace", async () => {
    const mock = createMockXai({ tokensPerSecond: 50, firstTokenMs: 40, answer: () => "a b c d" });
    const started = performance.now();
    await askEvents(mock, path, body);
    // Three tokens after the first, 20 ms each. Timers may fire a millisecond early.
    expect(performance.now() - started).toBeGreaterThanOrEqual(98);
  });
});

describe("two simulators with the same seed", () => {
  it("send the same bytes", async () => {
    const texts = await Promise.all(
      [7, 7, 8].map(async (seed) => {
        const mock = createMockXai({ seed, now: () => 0 });
        const tools = [{ type: "function", function: { name: "weather", parameters: {} } }];
        await ask(mock, path, body);
        const response = await send(mock, path, { ...body, stream: true, tools, tool_choice: "required" });
        return response.text();
      }),
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).not.toBe(texts[0]);
  });
});

describe("an error of the simulator", () => {
  it("comes out of the client of @xai-edge/core as xAI's does", async () => {
    const mock = createMockXai({ apiKey: "right" });
    const xai = createXai({ baseURL: "http://proxy.example/v1", token: "wrong", fetch: mock.fetch });
    const error: unknown = await xai.models.list().catch((reason: unknown) => reason);
    if (!isXaiError(error)) throw new Error("Expected an error of the client", { cause: error });
    expect(error).toMatchObject({ status: 400, retryable: false });
    expect(error.message).toContain("The API key is incorrect.");
  });
});
