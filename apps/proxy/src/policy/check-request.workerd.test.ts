import { describe, expect, it } from "vitest";
import { ask, owning, refusal, sentBody } from "../../testing/ask-policy.ts";

const messages = [{ role: "user", content: "hi" }];
const chat = "/v1/chat/completions";
const responses = "/v1/responses";

describe("a body", () => {
  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["a text", '"x"'],
    ["null", "null"],
    ["a byte order mark", `\uFEFF${JSON.stringify({ model: "grok-4", messages })}`],
    ["no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d)],
  ])("of %s is refused", async (_, body) => {
    expect(await refusal(ask(chat, body))).toEqual([400, "invalid_json"]);
  });

  it("that names a key twice is sent with the one that was checked", async () => {
    const body = `{"model":"grok-4","model":"grok-4-fast-non-reasoning","messages":${JSON.stringify(messages)}}`;
    const checked = await ask(chat, body);
    expect(checked.model).toBe("grok-4-fast-non-reasoning");
    expect(String(checked.body).match(/"model"/g)).toHaveLength(1);
    const other = `{"model":"grok-4-fast-non-reasoning","model":"grok-9","messages":${JSON.stringify(messages)}}`;
    expect(await refusal(ask(chat, other))).toEqual([403, "model_not_allowed"]);
  });

  it.each([
    ['{"model":"grok-4","messages":[{"role":"user","content":"hi"}],"__proto__":{"stream":true}}'],
    ['{"model":"grok-4","messages":[{"role":"user","content":"hi","__proto__":{"role":"system"}}]}'],
    ['{"model":"grok-4","messages":[{"role":"user","content":"hi"}],"\\u005f_proto__":1}'],
  ])("that brings a prototype is refused: %s", async (body) => {
    expect(await refusal(ask(chat, body))).toEqual([400, "unknown_field"]);
  });

  it("nested without end is refused, not a crash", async () => {
    const deep = `{"model":"grok-4","messages":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    expect(await refusal(ask(chat, deep))).toMatchObject([400, expect.any(String)]);
    const hidden = `{"model":"grok-4","input":"hi","metadata":${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}}`;
    expect(await refusal(ask(responses, hidden))).toMatchObject([400, expect.any(String)]);
  });

  it("is refused when it is no request of the API, with the field's name and never its value", async () => {
    const error: unknown = await ask(chat, {
      model: "grok-4",
      messages: [{ role: "user", content: 7_777 }],
    }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 400, code: "invalid_request" });
    expect(String(error)).toContain("messages");
    expect(String(error)).not.toContain("7777");
    expect(await refusal(ask(chat, { model: "grok-4", messages, temperature: 99 }))).toEqual([
      400,
      "invalid_request",
    ]);
    expect(await refusal(ask(chat, { messages }))).toEqual([400, "invalid_request"]);
  });

  it("may have a field that is new to the API where one setting allows it, and nothing else that is wrong", async () => {
    const body = {
      model: "grok-4",
      messages: [{ role: "user", content: "hi", mood: "calm" }],
      brand_new: { deep: 1 },
    };
    expect(await refusal(ask(chat, body))).toEqual([400, "unknown_field"]);
    const env = { POLICY: { allowUnknownFields: true } };
    expect(await sentBody(ask(chat, body, { env }))).toMatchObject(body);
    expect(await refusal(ask(chat, { ...body, temperature: 99 }, { env }))).toEqual([400, "invalid_request"]);
    await expect(ask(chat, body)).rejects.toThrow("POLICY.allowUnknownFields");
  });

  it.each([{}, { POLICY: { allowUnknownFields: true } }])(
    "loses fields without a value that the API is not known to have: %j",
    async (env) => {
      const said = { role: "assistant", content: "Hi", refusal: null };
      const body = {
        model: "grok-4",
        messages: [...messages, { ...said, annotations: null, function_call: null }, ...messages],
        store: null,
        stop: null,
        tools: [{ type: "function", function: { name: "x", parameters: { more: null } }, mode: null }],
      };
      const sent = await sentBody(ask(chat, body, { env }));
      expect(sent["messages"]).toEqual([...messages, said, ...messages]);
      expect(sent["tools"]).toEqual([
        { type: "function", function: { name: "x", parameters: { more: null } } },
      ]);
      expect(sent).not.toHaveProperty("store");
      expect(sent).toHaveProperty("stop", null);
    },
  );

  it("keeps harmless fields of other operations where new ones may pass, and names the caller itself", async () => {
    const more = { seed: 5, metadata: { a: "b" } };
    const body = { model: "grok-4", input: "hi", ...more };
    expect(await refusal(ask(responses, { ...body, metadata: undefined }))).toEqual([400, "unknown_field"]);
    const env = { POLICY: { allowUnknownFields: true } };
    expect(await sentBody(ask(responses, body, { env }))).toMatchObject(more);
    const chatted = { model: "grok-4", messages, metadata: { a: "b" } };
    expect(await sentBody(ask(chat, { ...chatted, store: false }, { env }))).toMatchObject({ store: false });
    expect(await refusal(ask(chat, { ...chatted, store: true }, { env }))).toEqual([400, "unknown_field"]);
    const drawing = { model: "grok-imagine-image", prompt: "A fox", user: "somebody else" };
    const { user } = await sentBody(ask("/v1/images/generations", drawing, { env: { ...env, ...owning } }));
    expect(user).toMatch(/^[\w-]{20,}$/);
  });

  it.each([
    ["text/plain", {}, "unsupported_media_type"],
    ["application/json", { "content-encoding": "gzip" }, "unsupported_encoding"],
  ])("of %s with %j is refused", async (type, headers, code) => {
    expect(await refusal(ask(chat, "{}", { headers: { "content-type": type, ...headers } }))).toEqual([
      415,
      code,
    ]);
  });
});

describe("a model", () => {
  it("has to be one of MODELS, one that has a price, and one that the caller's proof is good for", async () => {
    const one = { model: "grok-4", messages };
    const env = { MODELS: "grok-4-fast-non-reasoning" };
    expect(await refusal(ask(chat, one, { env }))).toEqual([403, "model_not_allowed"]);
    expect(await refusal(ask(chat, { ...one, model: "grok-99" }))).toEqual([403, "model_not_allowed"]);
    const caller = { models: new Set(["grok-4-fast-non-reasoning"]) };
    expect(await refusal(ask(chat, one, { caller }))).toEqual([403, "model_not_allowed"]);
    expect((await ask(chat, one)).model).toBe("grok-4");
  });
});

describe("output", () => {
  const env = { POLICY: { maxOutputTokens: 100, maxChoices: 2 } };

  it.each([
    [chat, { model: "grok-4", messages }, "max_completion_tokens"],
    [responses, { model: "grok-4", input: "hi" }, "max_output_tokens"],
  ])("of %s is bounded, whether it asked for more, less or nothing", async (path, body, field) => {
    for (const [asked, sent] of [
      [undefined, 100],
      [null, 100],
      [1_000, 100],
      [7, 7],
    ]) {
      expect(await sentBody(ask(path, { ...body, [field]: asked }, { env }))).toMatchObject({
        [field]: sent,
      });
    }
  });

  it("of a chat is bounded under its older name as well", async () => {
    const body = await sentBody(ask(chat, { model: "grok-4", messages, max_tokens: 900 }, { env }));
    expect(body).toMatchObject({ max_completion_tokens: 100 });
    expect(body).not.toHaveProperty("max_tokens");
  });

  it("comes in no more choices than allowed", async () => {
    expect(await sentBody(ask(chat, { model: "grok-4", messages, n: 9 }, { env }))).toMatchObject({ n: 2 });
  });

  it("of a chat's stream always ends with its bill", async () => {
    const body = { model: "grok-4", messages, stream: true, stream_options: { include_usage: false } };
    expect(await sentBody(ask(chat, body))).toMatchObject({ stream_options: { include_usage: true } });
    expect((await ask(chat, body)).isStream).toBe(true);
  });
});

describe("what a call can use at most", () => {
  it("is no less than what it sends, its answer, its thoughts, all choices and turns", async () => {
    const content = "é".repeat(10_000);
    const body = { model: "grok-4", messages: [{ role: "user", content }], n: 2, max_completion_tokens: 50 };
    const env = { POLICY: { maxChoices: 4, reasoningTokens: 1_000, maxTurns: 3, tools: ["web_search"] } };
    const { worst } = await ask(chat, body, { env });
    expect(worst.inputTokens).toBeGreaterThanOrEqual(20_000);
    expect(worst.outputTokens).toBe(2 * 1_050);
    const tooled = { model: "grok-4", input: "hi", max_output_tokens: 50, tools: [{ type: "web_search" }] };
    expect((await ask(responses, tooled, { env })).worst).toMatchObject({
      inputTokens: 4 * 256_000,
      outputTokens: 4 * 1_050,
      toolCalls: 40,
    });
  });

  it("is all that a model can think, unless it does not", async () => {
    const output = async (body: object): Promise<number> =>
      (await ask(chat, { messages, max_completion_tokens: 50, ...body })).worst.outputTokens;
    expect(await output({ model: "grok-4" })).toBe(256_000);
    expect(await output({ model: "grok-4.3", reasoning_effort: "none" })).toBe(50);
    expect(await output({ model: "grok-4-fast-non-reasoning" })).toBe(50);
  });

  it("is a whole context for what the proxy cannot see the size of", async () => {
    const input = [
      { role: "user", content: [{ type: "input_file", file_url: "https://example.com/a.pdf" }] },
    ];
    const { worst } = await ask(responses, { model: "grok-4", input });
    expect(worst.inputTokens).toBe(256_000);
  });
});

describe("tools", () => {
  const body = (type: string) => ({
    model: "grok-4",
    input: "hi",
    tools: [{ type, server_url: "https://x", server_label: "x" }],
  });

  it.each(["web_search", "x_search", "code_interpreter"])(
    "of xAI's own are off until allowed: %s",
    async (type) => {
      const tooled = { ...body(type), tools: [{ type }] };
      expect(await refusal(ask(responses, tooled))).toEqual([403, "not_allowed"]);
      const env = { POLICY: { tools: ["function", type], maxTurns: 2 } };
      expect(await sentBody(ask(responses, tooled, { env }))).toMatchObject({ max_turns: 2 });
      expect(await sentBody(ask(responses, { ...tooled, max_turns: 9 }, { env }))).toMatchObject({
        max_turns: 2,
      });
    },
  );

  it("run by the caller are allowed, and can be forbidden", async () => {
    const tools = [
      { type: "function", function: { name: "f", parameters: { type: "object", properties: {} } } },
    ];
    expect(await sentBody(ask(chat, { model: "grok-4", messages, tools }))).toMatchObject({ tools });
    const env = { POLICY: { tools: [] } };
    expect(await refusal(ask(chat, { model: "grok-4", messages, tools }, { env }))).toEqual([
      403,
      "not_allowed",
    ]);
  });

  it("hidden in other fields are off as well", async () => {
    const searching = { model: "grok-4", messages, search_parameters: { mode: "on" } };
    expect(await refusal(ask(chat, searching))).toEqual([403, "not_allowed"]);
    const web = { model: "grok-4", messages, web_search_options: {} };
    expect(await refusal(ask(chat, web))).toEqual([403, "not_allowed"]);
  });

  it("and dearer tiers cannot be asked for", async () => {
    expect(await refusal(ask(chat, { model: "grok-4", messages, service_tier: "priority" }))).toEqual([
      403,
      "not_allowed",
    ]);
  });
});

describe("who calls", () => {
  it("is told to xAI as a hash of the subject, whatever the request says", async () => {
    const body = { model: "grok-4", messages, safety_identifier: "somebody else" };
    const { safety_identifier: sent } = await sentBody(ask(chat, body));
    expect(sent).toMatch(/^[\da-f]{32}$/);
    const other = await sentBody(ask(chat, body, { caller: { subject: "user-2" } }));
    expect(other["safety_identifier"]).not.toBe(sent);
    expect(await sentBody(ask(responses, { model: "grok-4", input: "hi" }))).toMatchObject({
      safety_identifier: sent,
    });
  });
});

describe("what belongs to the key", () => {
  it("is not kept, and not named, without ownership", async () => {
    expect(await sentBody(ask(responses, { model: "grok-4", input: "hi", store: true }))).toMatchObject({
      store: false,
    });
    const file = [{ role: "user", content: [{ type: "input_file", file_id: "file_1" }] }];
    for (const body of [
      { model: "grok-4", input: "hi", previous_response_id: "resp_1" },
      { model: "grok-4", input: file },
    ]) {
      expect(await refusal(ask(responses, body))).toEqual([400, "needs_ownership"]);
    }
    expect(await refusal(ask(chat, { model: "grok-4", messages, deferred: true }))).toEqual([
      400,
      "needs_ownership",
    ]);
  });

  it("is found in a body wherever it stands, and in the path", async () => {
    const input = [
      {
        role: "user",
        content: [
          { type: "input_file", file_id: "file_1" },
          { type: "input_file", file_id: "file_2" },
        ],
      },
    ];
    const checked = await ask(
      responses,
      { model: "grok-4", input, previous_response_id: "resp_1" },
      { env: owning },
    );
    expect(checked.names.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { kind: "file", id: "file_1" },
      { kind: "file", id: "file_2" },
      { kind: "response", id: "resp_1" },
    ]);
    expect((await ask("/v1/files/file_9", undefined, { env: owning })).names).toEqual([
      { kind: "file", id: "file_9" },
    ]);
  });

  it("is nobody's where it is a collection or an item of a stored response", async () => {
    const env = { ...owning, POLICY: { tools: ["file_search"] } };
    const search = {
      model: "grok-4",
      input: "hi",
      tools: [{ type: "file_search", vector_store_ids: ["vs_1"] }],
    };
    expect(await refusal(ask(responses, search, { env }))).toEqual([404, "not_found"]);
  });

  it("may be stored where ownership is on", async () => {
    const body = await sentBody(
      ask(responses, { model: "grok-4", input: "hi", store: true }, { env: owning }),
    );
    expect(body["store"]).toBe(true);
  });
});

describe("a session of an address", () => {
  const caller = { subject: "ip:0123456789abcdef", proof: "session" } as const;

  it("cannot keep anything, because others have the same address", async () => {
    expect(await refusal(ask("/v1/files", undefined, { env: owning, caller }))).toEqual([
      403,
      "route_not_allowed",
    ]);
    expect((await ask(chat, { model: "grok-4", messages }, { env: owning, caller })).model).toBe("grok-4");
  });
});

describe("a form", () => {
  it("is written anew with its file last, and its parts are held to the schema", async () => {
    const form = new FormData();
    form.append("file", new File(["hello"], "a.txt", { type: "text/plain" }));
    form.append("purpose", "assistants");
    const checked = await ask("/v1/files", form, { env: owning });
    const text = new TextDecoder().decode(checked.body as Uint8Array);
    expect(text.indexOf("purpose")).toBeLessThan(text.indexOf("hello"));
    expect(checked.contentType).toMatch(/^multipart\/form-data; ?boundary=/);
    form.append("surprise", "x");
    expect(await refusal(ask("/v1/files", form, { env: owning }))).toEqual([400, "unknown_field"]);
  });

  it("that names a part twice is refused", async () => {
    const form = new FormData();
    form.append("purpose", "a");
    form.append("purpose", "b");
    form.append("file", new File(["x"], "a.txt"));
    expect(await refusal(ask("/v1/files", form, { env: owning }))).toEqual([400, "invalid_form"]);
  });
});

describe("a query", () => {
  it("is held to the schema of the operation, and written anew", async () => {
    expect((await ask("/v1/files?limit=5&order=desc", undefined, { env: owning })).search).toBe(
      "?limit=5&order=desc",
    );
    expect(await refusal(ask("/v1/files?limit=many", undefined, { env: owning }))).toEqual([
      400,
      "invalid_request",
    ]);
    expect(await refusal(ask("/v1/files?limit=5&limit=6", undefined, { env: owning }))).toEqual([
      400,
      "invalid_query",
    ]);
    expect(await refusal(ask("/v1/files?key=x", undefined, { env: owning }))).toEqual([400, "unknown_field"]);
    expect(await refusal(ask("/v1/models?x=1", undefined))).toEqual([400, "unexpected_query"]);
  });
});
