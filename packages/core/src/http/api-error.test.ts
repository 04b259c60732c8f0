import { misbehave, type Step } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai, XaiApiError, type XaiOptions } from "../index.ts";

const key = "xai-canary/0123456789abcdefghijklmnop+=";

/** The error that a call gives when the server does this, and where the call went. */
async function errorAfter(
  step: Step,
  { stream = false, ...options }: XaiOptions & { stream?: boolean } = {},
): Promise<{ error: unknown; url: string }> {
  const { url } = await misbehave([step]);
  const xai = createXai({ baseURL: `${url}/v1`, maxRetries: 0, ...options });
  const params = { model: "grok-4", messages: [{ role: "user" as const, content: "hi" }] };
  const call = stream
    ? xai.chat.completions.create({ ...params, stream: true })
    : xai.chat.completions.create(params);
  return {
    error: await call.then(
      () => "no error",
      (error: unknown) => error,
    ),
    url,
  };
}

describe("an error of the server", () => {
  it.each<[string, number, unknown, object]>([
    [
      "prose as code, a text as error",
      400,
      { code: "Client specified an invalid argument", error: "Incorrect API key provided" },
      { code: "Client specified an invalid argument", message: "400: Incorrect API key provided" },
    ],
    [
      "a slug as code, a text as error",
      400,
      { code: "invalid-argument", error: "Unknown field" },
      { code: "invalid-argument", message: "400: Unknown field" },
    ],
    [
      "everything in a nested error",
      422,
      {
        error: {
          message: "Wrong type",
          type: "invalid_request_error",
          param: "messages[0]",
          code: "bad_type",
        },
      },
      { code: "bad_type", type: "invalid_request_error", param: "messages[0]", message: "422: Wrong type" },
    ],
    [
      "nulls in a nested error",
      401,
      { error: { message: "No key", type: "auth", param: null, code: null } },
      { code: "http_401", type: "auth", param: undefined, message: "401: No key" },
    ],
    [
      "a text as error and nothing else",
      410,
      { error: "Live search is switched off" },
      { code: "http_410", message: "410: Live search is switched off" },
    ],
    [
      "a number as code in a nested error",
      404,
      { error: { code: 404, message: "No such route" } },
      { code: "404", message: "404: No such route" },
    ],
    [
      "the form of an error event",
      503,
      { type: "error", code: "overloaded", message: "Come back", param: "model" },
      { code: "overloaded", param: "model", message: "503: Come back" },
    ],
    [
      "a message at the top",
      418,
      { message: "I am a teapot" },
      { code: "http_418", message: "418: I am a teapot" },
    ],
    ["a detail at the top", 404, { detail: "Not Found" }, { code: "http_404", message: "404: Not Found" }],
  ])("tells status, code and the server's own words from %s", async (_, status, json, facts) => {
    const { message, ...others } = { message: "", ...facts };
    const { error, url } = await errorAfter({ status, json, headers: { "x-request-id": "req-1" } });
    expect(error).toBeInstanceOf(XaiApiError);
    expect(error).toMatchObject({
      name: "XaiApiError",
      kind: "api",
      status,
      requestId: "req-1",
      request: { method: "POST", url: `${url}/v1/chat/completions`, id: "req-1" },
      message: `${message} (POST ${url}/v1/chat/completions, request req-1)`,
      body: json,
      ...others,
    });
    expect(error instanceof XaiApiError && error.headers.get("x-request-id")).toBe("req-1");
  });

  it.each<[string, number, unknown]>([
    ["an object without words", 400, {}],
    ["an error of null", 400, { error: null }],
    ["an error of numbers", 500, { error: [1] }],
    ["a list", 500, ["what"]],
    ["a null", 500, null],
    ["true", 500, true],
  ])("has a message also when the body is %s", async (_, status, json) => {
    const { error } = await errorAfter({ status, json });
    expect(error).toMatchObject({ kind: "api", status, code: `http_${status}`, body: json });
    expect(String(error)).toMatch(new RegExp(`^XaiApiError: ${status}: \\S+`));
  });

  it.each<[number, boolean]>([
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [408, true],
    [409, true],
    [422, false],
    [429, true],
    [500, true],
    [503, true],
    [529, true],
  ])("with status %i says whether trying again may help: %s", async (status, retryable) => {
    expect((await errorAfter({ status, json: { error: "no" } })).error).toMatchObject({ status, retryable });
  });

  it("keeps the status of HTTP, whatever status its body names", async () => {
    const { error } = await errorAfter({
      status: 400,
      json: { error: { code: 503, message: "no" }, status: 429 },
    });
    expect(error).toMatchObject({ status: 400, code: "503", retryable: false });
  });

  it("quotes a plain text", async () => {
    const { error } = await errorAfter({
      status: 500,
      body: "upstream on fire\n",
      headers: { "content-type": "text/plain" },
    });
    expect(error).toMatchObject({ status: 500, body: "upstream on fire\n" });
    expect(error).toHaveProperty("message", expect.stringMatching(/^500: upstream on fire \(POST /));
  });

  it("does not quote a page of HTML, but keeps it", async () => {
    const body = "<html><h1>502 Bad Gateway</h1></html>";
    const { error } = await errorAfter({
      status: 502,
      body,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    expect(error).toMatchObject({ status: 502, code: "http_502", body, retryable: true });
    expect(error).toHaveProperty(
      "message",
      expect.stringMatching(/^502: (Bad Gateway|no details given) \(POST /),
    );
  });

  it("has a message without any body", async () => {
    const { error } = await errorAfter({ status: 500 });
    expect(error).toMatchObject({ status: 500, code: "http_500", body: "" });
    expect(error).toHaveProperty(
      "message",
      expect.stringMatching(/^500: (Internal Server Error|no details given) \(/),
    );
  });

  it("is read up to 64 KiB and no further", async () => {
    const server = await misbehave([{ status: 500, body: "é".repeat(100_000), then: "stall" }]);
    const xai = createXai({ baseURL: server.url, maxRetries: 0 });
    const error: unknown = await xai.responses
      .create({ model: "m", input: "hi" })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: "api", status: 500 });
    expect(error instanceof XaiApiError && String(error.body).length).toBe(32_768);
    expect(error instanceof Error && error.message.length).toBeLessThan(700);
    await server.waitClosed();
  });

  it("keeps its status when its body breaks off", async () => {
    const { error } = await errorAfter({
      status: 404,
      body: '{"error":"half',
      then: "cut",
      headers: { "content-length": "99" },
    });
    expect(error).toMatchObject({ kind: "api", status: 404 });
  });

  it("keeps its status when its body goes silent", async () => {
    const server = await misbehave([{ status: 404, body: '{"error":"half', then: "stall" }]);
    const xai = createXai({ baseURL: server.url, maxRetries: 0, idleTimeoutMs: 100 });
    await expect(xai.models.list()).rejects.toMatchObject({ kind: "api", status: 404 });
    await server.waitClosed();
  });

  it("comes before its body when the caller aborts while the body is read", async () => {
    const server = await misbehave([{ status: 500, body: "half", then: "stall" }]);
    const controller = new AbortController();
    const call = createXai({ baseURL: server.url, maxRetries: 0 }).models.list({ signal: controller.signal });
    call.catch(() => {});
    await server.waitForRequests();
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 50);
    await expect(call).rejects.toBe(reason);
    await server.waitClosed();
  });
});

describe("an error under status 200", () => {
  const unavailable = {
    code: "The service is currently unavailable",
    error: "Timed out waiting for first token",
  };

  it.each([true, false])("instead of a stream (%s) is thrown", async (stream) => {
    const { error } = await errorAfter({ json: unavailable }, { stream });
    expect(error).toMatchObject({ kind: "api", status: 200, code: unavailable.code, body: unavailable });
    expect(error).toHaveProperty("message", expect.stringContaining(unavailable.error));
  });

  it.each([true, false])("instead of a response, streamed (%s) or not, is thrown", async (stream) => {
    const { url } = await misbehave([{ json: unavailable }]);
    const params = { model: "m", input: "hi" };
    const { responses } = createXai({ baseURL: url });
    const call = stream ? responses.create({ ...params, stream: true }) : responses.create(params);
    await expect(call).rejects.toMatchObject({ kind: "api", code: unavailable.code });
  });

  it("instead of a list of models is thrown", async () => {
    const { url } = await misbehave([{ json: { error: { message: "No", code: "c" } } }]);
    await expect(createXai({ baseURL: url }).models.list()).rejects.toMatchObject({ kind: "api", code: "c" });
  });

  it("that names a status has it", async () => {
    const { error } = await errorAfter({ json: { error: { message: "Full", code: 529 } } });
    expect(error).toMatchObject({ kind: "api", status: 529, retryable: true });
  });

  it("as a response that failed is thrown, with its own reason", async () => {
    const json = {
      id: "r",
      object: "response",
      status: "failed",
      output: [],
      error: { code: "server_error", message: "Broke" },
    };
    const { url } = await misbehave([{ json }]);
    await expect(
      createXai({ baseURL: url }).responses.create({ model: "m", input: "hi" }),
    ).rejects.toMatchObject({
      kind: "api",
      code: "server_error",
      message: expect.stringContaining("Broke"),
      body: json,
    });
  });

  it("is not seen in a response that is whole and says error: null", async () => {
    const json = { id: "r", object: "response", status: "completed", output: [], error: null };
    const { url } = await misbehave([{ json }]);
    expect(await createXai({ baseURL: url }).responses.create({ model: "m", input: "hi" })).toEqual(json);
  });
});

describe("an answer that is no JSON object", () => {
  it.each([
    ["empty", { body: "" }, "empty"],
    ["HTML", { body: "<html>", headers: { "content-type": "text/html" } }, "something else"],
    ["a part of one", { body: '{"id":' }, "something else"],
    ["null", { json: null }, "something else"],
    ["a list", { json: [] }, "something else"],
    ["a text", { json: "hello" }, "something else"],
  ])("is a protocol error: %s", async (_, step, words) => {
    const { error } = await errorAfter(step);
    expect(error).toMatchObject({
      name: "XaiProtocolError",
      kind: "protocol",
      code: "invalid_json",
      retryable: false,
    });
    expect(error).toHaveProperty("message", expect.stringContaining(words));
  });

  it("may begin with a byte order mark", async () => {
    const { url } = await misbehave([{ body: '\uFEFF{"object":"list","data":[]}' }]);
    expect(await createXai({ baseURL: url }).models.list()).toEqual({ object: "list", data: [] });
  });

  it("keeps every character, wherever its bytes are cut", async () => {
    const text = '{"object":"list","data":[{"id":"a\uFEFFé🙂\uFEFF\uFEFFz"}]}';
    const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
    const fetch = async (): Promise<Response> =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const byte of bytes) controller.enqueue(Uint8Array.of(byte.charCodeAt(0)));
            controller.close();
          },
        }),
      );
    const { data } = await createXai({ baseURL: "http://stub.test", fetch }).models.list();
    expect(data[0]?.id).toBe("a\uFEFFé🙂\uFEFF\uFEFFz");
  });
});

describe("a stream that is no event stream", () => {
  it.each([
    ["text/html", { body: "<html>", headers: { "content-type": "text/html" } }, "not_a_stream"],
    ["JSON that is no error", { json: { id: "c" } }, "not_a_stream"],
    ["broken JSON", { body: "{", headers: { "content-type": "application/json" } }, "invalid_json"],
    ["without a type", { body: "data: [DONE]\n\n" }, "not_a_stream"],
  ])("is a protocol error: %s", async (_, step, code) => {
    const { error } = await errorAfter(step, { stream: true });
    expect(error).toMatchObject({ name: "XaiProtocolError", kind: "protocol", code });
  });

  it("is given up", async () => {
    const server = await misbehave([
      { body: "<html>", headers: { "content-type": "text/html" }, then: "stall" },
    ]);
    const call = createXai({ baseURL: server.url }).responses.create({
      model: "m",
      input: "hi",
      stream: true,
    });
    await expect(call).rejects.toMatchObject({ code: "not_a_stream" });
    await server.waitClosed();
  });
});

describe("a key that the server repeats", () => {
  const escaped = key.replaceAll("/", "\\/").replaceAll("+", "\\u002b");

  it.each<[string, Step]>([
    ["in JSON", { status: 400, json: { code: `bad ${key}`, error: `Wrong key: ${key}, ${key}` } }],
    [
      "in a nested error",
      { status: 400, json: { error: { message: key, type: key, param: key, code: key, deep: [key] } } },
    ],
    ["as the name of a field", { status: 400, json: { error: { message: "no", [key]: 1 } } }],
    ["escaped in JSON", { status: 400, body: `{"code":"${escaped}","error":"Wrong key: ${escaped}"}` }],
    ["in a text", { status: 500, body: `Wrong key: ${key}` }],
    ["in HTML", { status: 500, body: `<p>${key}</p>`, headers: { "content-type": "text/html" } }],
    ["under status 200", { json: { error: `Wrong key: ${key}` } }],
    [
      "in an error event",
      {
        body: `data: {"type":"error","message":"${key}"}\n\n`,
        headers: { "content-type": "text/event-stream" },
      },
    ],
  ])("appears nowhere in the error: %s", async (_, step) => {
    const { url } = await misbehave([step]);
    const xai = createXai({ baseURL: url, token: key, dangerouslyAllowBrowser: true, maxRetries: 0 });
    const reading = (async () => {
      for await (const _event of await xai.responses.create({ model: "m", input: "hi", stream: true }));
    })();
    const error: unknown = await reading.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(XaiApiError);
    if (!(error instanceof XaiApiError)) return;
    const { message, stack, body, code, type, param } = error;
    const shown = [message, stack, String(error), JSON.stringify([error, body, code, type, param])].join(
      "\n",
    );
    expect(shown).not.toContain("0123456789");
    expect(JSON.stringify(body)).toContain("[redacted]");
  });

  it("appears nowhere when a token function gave it", async () => {
    const { error } = await errorAfter(
      { status: 400, json: { error: `Wrong key: ${key}` } },
      { token: async () => key, dangerouslyAllowBrowser: true },
    );
    expect(error).toHaveProperty("message", expect.stringContaining("[redacted]"));
    expect(JSON.stringify(error instanceof XaiApiError && error.body)).not.toContain("0123456789");
  });
});
