import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createTransport, createXai, listModels, retrieveModel, type XaiOptions } from "../index.ts";

const list = { object: "list", data: [] };
const params = { model: "grok-4", messages: [{ role: "user" as const, content: "é🙂" }] };

describe("a request", () => {
  it("goes to the path of its operation below the base URL, with its parameters as JSON", async () => {
    const server = await misbehave([{ json: {} }]);
    const xai = createXai({ baseURL: `${server.url}/api/v1/` });
    await xai.chat.completions.create({ ...params, temperature: 0, stream: false });
    await xai.responses.create({ model: "grok-4", input: "hi", store: false });
    await xai.models.list();
    await xai.models.retrieve("grok-4");
    const requests = (await server.requests()).map(({ method, path, body }) => [
      method,
      path,
      body && JSON.parse(body),
    ]);
    expect(requests).toEqual([
      ["POST", "/api/v1/chat/completions", { ...params, temperature: 0, stream: false }],
      ["POST", "/api/v1/responses", { model: "grok-4", input: "hi", store: false }],
      ["GET", "/api/v1/models", ""],
      ["GET", "/api/v1/models/grok-4", ""],
    ]);
  });

  it("carries no header beyond authorization, accept and content-type but the runtime's own", async () => {
    const server = await misbehave([{ json: list }]);
    const xai = createXai({ baseURL: server.url, token: "t" });
    await fetch(server.url);
    await fetch(server.url, { method: "POST", body: "{}" });
    await xai.models.list();
    await xai.chat.completions.create(params);
    await xai.chat.completions.create({ ...params, stream: true }).catch(() => {});
    const [bareGet, barePost, get, post, stream] = (await server.requests()).map(({ headers }) => headers);
    const ours = ["authorization", "accept", "content-type"];
    for (const [headers = {}, bare = {}] of [
      [get, bareGet],
      [post, barePost],
      [stream, barePost],
    ]) {
      expect(headers["authorization"]).toBe("Bearer t");
      expect(
        Object.keys(headers).filter((name) => !ours.includes(name) && !Object.hasOwn(bare, name)),
      ).toEqual([]);
    }
    expect([post?.["content-type"], stream?.["content-type"]]).toEqual([
      "application/json",
      "application/json",
    ]);
    expect([get?.["accept"], post?.["accept"], stream?.["accept"]]).toEqual([
      "application/json",
      "application/json",
      "text/event-stream",
    ]);
    expect(get).not.toHaveProperty("content-type");
  });

  it("carries the headers that were asked for, those of the call before those of the client", async () => {
    const server = await misbehave([{ json: list }]);
    const xai = createXai({
      baseURL: server.url,
      headers: { "x-one": "client", "X-Two": "client", accept: "a/b" },
    });
    await xai.models.list({ headers: { "x-two": "call", "x-three": "call" } });
    await xai.models.list();
    const [first, second] = (await server.requests()).map(({ headers }) => headers);
    expect(first).toMatchObject({ "x-one": "client", "x-two": "call", "x-three": "call", accept: "a/b" });
    expect(second).toMatchObject({ "x-two": "client" });
    expect(second).not.toHaveProperty("x-three");
  });

  it("goes through the fetch that was given, once an attempt, with a signal and without following redirects", async () => {
    const seen: { url: string; init: RequestInit }[] = [];
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      seen.push({ url, init });
      return Response.json(list);
    };
    await createXai({ baseURL: "https://proxy.test/v1", fetch }).models.list();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      url: "https://proxy.test/v1/models",
      init: { method: "GET", redirect: "manual", signal: expect.any(AbortSignal) },
    });
    expect(seen[0]?.init).not.toHaveProperty("body");
  });

  it("goes through the global fetch of the moment when none was given", async () => {
    const original = globalThis.fetch;
    const xai = createXai({ baseURL: "https://proxy.test/v1" });
    globalThis.fetch = async () => Response.json(list);
    try {
      expect(await xai.models.list()).toEqual(list);
    } finally {
      globalThis.fetch = original;
    }
  });

  it("can be sent by a function alone, with nothing but a transport", async () => {
    const server = await misbehave([{ json: list }, { json: { id: "grok-4" } }]);
    const transport = createTransport({ baseURL: server.url });
    expect(await listModels(transport)).toEqual(list);
    expect(await retrieveModel(transport, "grok-4")).toEqual({ id: "grok-4" });
  });

  it("carries the query of its operation, encoded, without what is null or undefined", async () => {
    const server = await misbehave([{ status: 404, json: { error: "no" } }]);
    const transport = createTransport({ baseURL: server.url });
    const query = { limit: 5, after: "a b&c=é", before: undefined, order: null, deep: false, empty: "" };
    const failure: unknown = await transport({ method: "GET", path: "/files", query }).catch(
      (error: unknown) => error,
    );
    await transport({ method: "GET", path: "/files", query: { before: undefined } }).catch(() => {});
    expect((await server.requests()).map(({ path }) => path)).toEqual([
      "/files?limit=5&after=a+b%26c%3D%C3%A9&deep=false&empty=",
      "/files",
    ]);
    expect(failure).toMatchObject({ request: { url: `${server.url}/files` } });
    expect(String(failure)).not.toContain("limit");
  });

  it("carries content other than JSON with its own type, and is repeated like any other", async () => {
    const server = await misbehave([{ status: 503, headers: { "retry-after": "0" } }, { json: { id: "f" } }]);
    const transport = createTransport({ baseURL: server.url });
    const form = new FormData();
    form.append("purpose", "é");
    form.append("file", new Blob(["bytes"]), "a.txt");
    expect(await transport({ method: "POST", path: "/files", content: { init: { body: form } } })).toEqual({
      id: "f",
    });
    await transport({
      method: "POST",
      path: "/raw",
      content: { init: { body: "plain" }, type: "text/x-mine" },
    });
    const [, second, third] = await server.requests();
    expect(second?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(second?.body).toMatch(/name="purpose"[^]*é[^]*name="file"; filename="a.txt"[^]*bytes/);
    expect(third).toMatchObject({ body: "plain", headers: { "content-type": "text/x-mine" } });
  });

  it("whose content is a stream is never repeated, for it can be sent once only", async () => {
    let calls = 0;
    const fetch = async (): Promise<Response> => {
      calls += 1;
      return new Response("{}", { status: 429, headers: { "retry-after": "0" } });
    };
    const transport = createTransport({ baseURL: "http://stub.test", fetch, retryUnsafe: true });
    const content = { init: { body: new ReadableStream<Uint8Array>() } };
    await expect(transport({ method: "POST", path: "/files", content })).rejects.toMatchObject({
      status: 429,
    });
    expect(calls).toBe(1);
  });

  it("that cannot be written as JSON is refused", async () => {
    const server = await misbehave([{ json: {} }]);
    const { chat } = createXai({ baseURL: server.url });
    const circular: { role: "user"; content: string; self?: unknown } = { role: "user", content: "hi" };
    circular.self = circular;
    const call = chat.completions.create({ model: "m", messages: [circular] });
    await expect(call).rejects.toMatchObject({
      name: "XaiOptionsError",
      message: expect.stringContaining("JSON"),
    });
    expect(await server.requests()).toEqual([]);
  });
});

describe("an answer", () => {
  it("comes out as the server sent it, unknown fields included", async () => {
    const json = { id: "c", choices: [], new_field: { deep: [null] } };
    const { url } = await misbehave([{ json }]);
    expect(await createXai({ baseURL: url }).chat.completions.create(params)).toEqual(json);
  });

  it("is told from an error by its own error field only where it has no id", async () => {
    const json = { id: "r", error: { message: "a fact about it" } };
    const { url } = await misbehave([{ json }]);
    expect(await createXai({ baseURL: url }).chat.completions.create(params)).toEqual(json);
  });
});

describe("the id of a model", () => {
  it.each([
    ["grok-4", "/v1/models/grok-4"],
    ["grok 4", "/v1/models/grok%204"],
    ["?", "/v1/models/%3F"],
    ["a?b=c&d", "/v1/models/a%3Fb%3Dc%26d"],
    ["#", "/v1/models/%23"],
    ["%2F", "/v1/models/%252F"],
    ["..;", "/v1/models/..%3B"],
    ["...", "/v1/models/..."],
    ["ft:é🙂", "/v1/models/ft%3A%C3%A9%F0%9F%99%82"],
    ["\r\n\t\0", "/v1/models/%0D%0A%09%00"],
  ])("%j stays one segment of the path", async (id, path) => {
    const server = await misbehave([{ json: { id } }]);
    await createXai({ baseURL: `${server.url}/v1` }).models.retrieve(id);
    expect((await server.requests()).map((request) => request.path)).toEqual([path]);
  });

  it.each([
    "",
    ".",
    "..",
    "../chat",
    "a/b",
    "/",
    "\\",
    "..\\x",
    "%2e%2e",
    "%2E",
    ".%2e",
    "%2e.",
    "\uD800",
    undefined,
    null,
    7,
    {},
  ])("%j is refused, and nothing is sent", async (id) => {
    const server = await misbehave([{ json: {} }]);
    const { models } = createXai({ baseURL: server.url });
    const call: Promise<unknown> = models.retrieve(id as string);
    await expect(call).rejects.toMatchObject({ name: "XaiOptionsError", code: "invalid_id" });
    expect(await server.requests()).toEqual([]);
  });
});

describe("the URL in an error", () => {
  it("has neither query nor credentials", async () => {
    const { url } = await misbehave([{ status: 404, json: { error: "no" } }]);
    await expect(
      createXai({ baseURL: url, token: "secret-1" }).models.retrieve("a?key=b"),
    ).rejects.toMatchObject({
      request: { method: "GET", url: `${url}/models/a%3Fkey%3Db` },
      message: expect.not.stringMatching(/secret|\?/),
    });
  });
});

describe("options", () => {
  const local = "http://127.0.0.1:1/v1";

  it.each<[string, XaiOptions, string]>([
    ["no key for the API itself", {}, "an apiKey or a token"],
    ["no key for the API itself, spelt out", { baseURL: "https://api.x.ai/v1/" }, "an apiKey or a token"],
    ["a key and a token", { apiKey: "a", token: "b", baseURL: local }, "not both"],
    ["an empty key", { apiKey: "" }, "printable"],
    ["a key with a line end", { apiKey: "abc-secret\n" }, "printable"],
    ["a key with a space", { apiKey: "abc secret" }, "printable"],
    ["a key beyond ASCII", { apiKey: "sécret" }, "printable"],
    ["a base URL of another kind", { baseURL: "ftp://secret.test/v1" }, "http(s)"],
    ["a base URL that is none", { baseURL: "http://" }, "http(s)"],
    ["a base URL with a user", { baseURL: "http://user:secret@127.0.0.1/v1" }, "credentials"],
    ["a base URL with a query", { baseURL: `${local}?key=secret` }, "query"],
    ["a base URL with an empty query", { baseURL: `${local}?` }, "query"],
    ["a base URL with a fragment", { baseURL: `${local}#secret` }, "fragment"],
    ["a base URL with an empty fragment", { baseURL: `${local}#` }, "fragment"],
    ["no time", { baseURL: local, timeoutMs: 0 }, "timeoutMs above 0, got 0"],
    ["less than no time", { baseURL: local, headersTimeoutMs: -1 }, "headersTimeoutMs above 0, got -1"],
    ["an unclear time", { baseURL: local, idleTimeoutMs: NaN }, "idleTimeoutMs above 0, got NaN"],
    ["no room for events", { baseURL: local, maxEventChars: 0 }, "maxEventChars above 0, got 0"],
    ["fewer than no retries", { baseURL: local, maxRetries: -1 }, "maxRetries"],
    ["unclear retries", { baseURL: local, maxRetries: NaN }, "maxRetries"],
    ["a header with a wrong name", { baseURL: local, headers: { "a b": "secret" } }, "headers"],
    ["a header with a wrong value", { baseURL: local, headers: { a: "secret\nb: c" } }, "headers"],
  ])("with %s are refused, and no secret is repeated", (_, options, words) => {
    let error: unknown;
    try {
      createXai(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ name: "XaiOptionsError", kind: "options", retryable: false });
    expect(String(error)).toContain(words);
    expect(String(error)).not.toMatch(/s[eé]cret/);
  });

  it.each([{ timeoutMs: 0 }, { maxRetries: -1 }, { headers: { "a b": "c" } }, { idleTimeoutMs: NaN }])(
    "of a call are refused as well: %j",
    async (options) => {
      const server = await misbehave([{ json: list }]);
      await expect(createXai({ baseURL: server.url }).models.list(options)).rejects.toMatchObject({
        kind: "options",
      });
      expect(await server.requests()).toEqual([]);
    },
  );

  it("with a part of a retry never lead to more of them", async () => {
    const server = await misbehave([{ status: 503, headers: { "retry-after": "0" } }]);
    const call = async (): Promise<unknown> =>
      createXai({ baseURL: server.url, maxRetries: 1.5 }).models.list();
    await expect(call()).rejects.toBeInstanceOf(Error);
    expect((await server.requests()).length).toBeLessThan(4);
  });

  it("that are changed later change nothing", async () => {
    const server = await misbehave([{ json: list }]);
    const options: XaiOptions = { baseURL: server.url, token: "first", headers: { "x-a": "1" } };
    const xai = createXai(options);
    options.baseURL = "http://127.0.0.1:1";
    options.token = "second";
    await xai.models.list();
    expect((await server.requests())[0]?.headers).toMatchObject({ authorization: "Bearer first" });
  });

  it("keep the key out of the client that they make", () => {
    const xai = createXai({ baseURL: local, token: "secret-token" });
    const seen = new Set<unknown>();
    const texts: string[] = [];
    const look = (value: unknown): void => {
      if (typeof value === "string") texts.push(value);
      if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value))
        return;
      seen.add(value);
      if (value === Function.prototype || value === Object.prototype) return;
      for (const name of Reflect.ownKeys(value)) look(Reflect.getOwnPropertyDescriptor(value, name)?.value);
    };
    look(xai);
    expect([JSON.stringify(xai), ...texts].join()).not.toContain("secret");
    expect(seen.size).toBeGreaterThan(5);
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])(
    "with status %i is refused, and nobody else is asked",
    async (status) => {
      const other = await misbehave([{ json: { stolen: true } }]);
      const server = await misbehave([{ status, headers: { location: other.url } }]);
      const xai = createXai({ baseURL: server.url, token: "t" });
      const failure = { name: "XaiProtocolError", code: "redirect", retryable: false };
      await expect(xai.models.list()).rejects.toMatchObject(failure);
      await expect(xai.responses.create({ model: "m", input: "hi", stream: true })).rejects.toMatchObject(
        failure,
      );
      expect(await server.requests()).toHaveLength(2);
      expect(await other.requests()).toEqual([]);
    },
  );
});
