import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, askEvents, refusal } from "../../testing/ask.ts";
import { createMockXai, type MockXaiOptions } from "../index.ts";

const path = "/v1/chat/completions";
const user = (content: string): Wire.Message => ({ role: "user", content });
const now = (): number => 1_770_774_058_123;
const create = (options: MockXaiOptions = {}) => createMockXai({ now, ...options });

const weather: Wire.Tool = {
  type: "function",
  function: {
    name: "weather",
    description: "Get the weather of a place",
    parameters: { type: "object", properties: { location: { type: "string" } }, required: ["location"] },
  },
};
const clock: Wire.Tool = {
  type: "function",
  function: { name: "clock", description: "Tells the time", parameters: { type: "object", properties: {} } },
};

const plain = (body: Partial<Wire.ChatRequest>, options?: MockXaiOptions): Promise<Wire.ChatResponse> =>
  ask(create(options), path, { model: "grok-3-mini", messages: [user("Hello")], ...body });
const streamed = (
  body: Partial<Wire.ChatRequest>,
  options?: MockXaiOptions,
): Promise<Wire.ChatResponseChunk[]> =>
  askEvents(create(options), path, { model: "grok-3-mini", messages: [user("Hello")], ...body });

/** The whole answer that chunks come to. */
function fold(chunks: readonly Wire.ChatResponseChunk[]): Wire.ChatResponse {
  const [first] = chunks;
  if (first === undefined) throw new Error("Expected chunks, got none");
  const { choices: _choices, usage: _usage, ...rest } = first;
  const choices: Wire.Choice[] = [];
  for (const { index, delta, finish_reason } of chunks.flatMap((chunk) => chunk.choices)) {
    const choice = (choices[index] ??= { index, message: { role: "assistant", content: "", refusal: null } });
    const { message } = choice;
    if (delta.content) message.content = (message.content ?? "") + delta.content;
    if (delta.reasoning_content) {
      message.reasoning_content = (message.reasoning_content ?? "") + delta.reasoning_content;
    }
    for (const { index: _index, ...call } of delta.tool_calls ?? []) (message.tool_calls ??= []).push(call);
    if (finish_reason) choice.finish_reason = finish_reason;
  }
  return { ...rest, object: "chat.completion", choices, usage: chunks.at(-1)?.usage };
}

it("a message of an answer is taken back as it came, and so are fields unknown to the API that are null", async () => {
  const { choices } = await plain({ tools: [weather], tool_choice: "required" });
  const said = { ...choices[0]?.message, parsed: null, function_call: null };
  const [call] = choices[0]?.message.tool_calls ?? [];
  const result = { role: "tool", content: "20 °C", tool_call_id: call?.id };
  const body = {
    model: "grok-3-mini",
    messages: [user("Hello"), said, result],
    tools: [{ ...weather, mode: null }],
    audio: null,
  };
  expect(await ask(create(), path, body)).toMatchObject({ object: "chat.completion" });
  expect(await refusal(create(), path, { ...body, audio: {} })).toEqual([
    400,
    { code: expect.any(String), error: expect.stringContaining("`audio`") },
  ]);
  expect(await refusal(create(), path, { ...body, messages: [{ ...user("Hello"), parsed: 1 }] })).toEqual([
    400,
    { code: expect.any(String), error: expect.stringContaining("`messages[0].parsed`") },
  ]);
});

describe("a simulated chat stream", () => {
  it("sends reasoning first, then content, then an empty delta with the reason of the end", async () => {
    const chunks = await streamed({}, { answer: () => ({ reasoning: "Think well", text: "Hello there" }) });
    expect(chunks.map(({ choices }) => choices[0])).toEqual([
      { index: 0, delta: { reasoning_content: "Think", role: "assistant" } },
      { index: 0, delta: { reasoning_content: " well" } },
      { index: 0, delta: { content: "Hello" } },
      { index: 0, delta: { content: " there" } },
      { index: 0, delta: {}, finish_reason: "stop" },
    ]);
    for (const chunk of chunks) {
      expect(chunk).toMatchObject({
        id: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        object: "chat.completion.chunk",
        created: 1_770_774_058,
        model: "grok-3-mini",
        system_fingerprint: "fp_2a885414fb",
      });
      expect(chunk).not.toHaveProperty("usage");
    }
  });

  it("sends the pieces of a list as they are", async () => {
    const chunks = await streamed({}, { answer: () => ({ text: ["a b", "", "c"] }) });
    expect(chunks.map(({ choices }) => choices[0]?.delta.content)).toEqual(["a b", "", "c", undefined]);
  });

  it("sends a chunk with usage and no choices at the end when it is asked for", async () => {
    const chunks = await streamed(
      { stream_options: { include_usage: true } },
      { answer: () => ({ reasoning: "one two three", text: "Hello there" }) },
    );
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: {
        prompt_tokens: 5,
        completion_tokens: 2,
        total_tokens: 10,
        completion_tokens_details: { reasoning_tokens: 3 },
        cost_in_usd_ticks: 5 * 3000 + 5 * 5000,
      },
    });
  });

  it("sends each tool call whole in one chunk", async () => {
    const toolCalls = [
      { name: "weather", arguments: { location: "Oslo" } },
      { name: "clock", arguments: "{}", id: "call_1" },
    ];
    const chunks = await streamed({ tools: [weather, clock] }, { answer: () => ({ toolCalls }) });
    const call = { id: expect.stringMatching(/^call_\d{8}$/), index: 0, type: "function" };
    expect(chunks.map(({ choices }) => choices[0])).toEqual([
      {
        index: 0,
        delta: {
          role: "assistant",
          tool_calls: [{ ...call, function: { name: "weather", arguments: '{"location":"Oslo"}' } }],
        },
      },
      {
        index: 0,
        delta: {
          tool_calls: [
            { id: "call_1", index: 1, type: "function", function: { name: "clock", arguments: "{}" } },
          ],
        },
      },
      { index: 0, delta: {}, finish_reason: "tool_calls" },
    ]);
  });

  it("lets several choices take turns", async () => {
    const chunks = await streamed({ n: 2 }, { answer: ({ index }) => (index === 0 ? "a b" : "c") });
    expect(chunks.map(({ choices }) => [choices[0]?.index, choices[0]?.delta.content])).toEqual([
      [0, "a"],
      [1, "c"],
      [0, " b"],
      [1, undefined],
      [0, undefined],
    ]);
  });

  const conversation = [
    user("Weather in Oslo?"),
    { role: "assistant", content: "Cold." } as const,
    user("And Rome?"),
  ];
  it.each<[string, Partial<Wire.ChatRequest>]>([
    ["with reasoning", { messages: conversation }],
    ["without reasoning", { model: "grok-3" }],
    ["cut at its ceiling", { max_completion_tokens: 3 }],
    ["of tool calls", { tools: [weather], messages: conversation }],
    ["of three choices", { n: 3 }],
    ["in JSON", { response_format: { type: "json_object" } }],
  ])("comes to the same as the whole answer, %s", async (_, body) => {
    expect(fold(await streamed({ ...body, stream_options: { include_usage: true } }))).toEqual(
      await plain(body),
    );
  });
});

describe("a simulated chat answer", () => {
  it("has the fields of the wire", async () => {
    expect(await plain({}, { answer: () => ({ reasoning: "Hm", text: "Hello" }) })).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      object: "chat.completion",
      created: 1_770_774_058,
      model: "grok-3-mini",
      choices: [
        {
          index: 0,
          message: { role: "assistant", content: "Hello", reasoning_content: "Hm", refusal: null },
          finish_reason: "stop",
        },
      ],
      usage: {
        prompt_tokens: 5,
        completion_tokens: 1,
        total_tokens: 7,
        prompt_tokens_details: { text_tokens: 5, audio_tokens: 0, image_tokens: 0, cached_tokens: 0 },
        completion_tokens_details: {
          reasoning_tokens: 1,
          audio_tokens: 0,
          accepted_prediction_tokens: 0,
          rejected_prediction_tokens: 0,
        },
        num_sources_used: 0,
        cost_in_usd_ticks: 25_000,
      },
      service_tier: "default",
      system_fingerprint: "fp_2a885414fb",
    });
  });

  it("says that it is simulated and takes up the question", async () => {
    const { choices } = await plain({ messages: [user("What is the capital of France?")] });
    const { content, reasoning_content: reasoning } = choices[0]?.message ?? {};
    expect(content).toContain("This answer is simulated.");
    expect(content).toContain("> What is the capital of France?");
    expect(content).toContain("*capital of France*");
    expect(reasoning).toContain("capital of France");
  });

  it.each([
    ["Say a single word.", 1, 1],
    ["Give me one sentence about bees.", 5, 20],
    ["Tell me about bees in 30 words.", 25, 30],
    ["Write 300 words about bees.", 300, 380],
    ["Write a long answer about bees.", 600, 680],
  ])("is as long as asked: %s", async (text, least, most) => {
    const { choices } = await plain({ messages: [user(text)] });
    const words = choices[0]?.message.content?.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(least);
    expect(words).toBeLessThanOrEqual(most);
  });

  it("holds a code block when the question is about code", async () => {
    const { choices } = await plain({ messages: [user("How do I sort a list in Python code?")] });
    expect(choices[0]?.message.content).toContain("```python\n");
  });

  it.each([
    ["grok-3", {}],
    ["grok-4-fast-non-reasoning", {}],
    ["latest", { reasoning_effort: "none" }],
  ])("does not reason with %s %o", async (model, body) => {
    const answer = await plain({ model, ...body });
    expect(answer.choices[0]?.message).not.toHaveProperty("reasoning_content");
    expect(answer.usage?.completion_tokens_details?.reasoning_tokens).toBe(0);
  });

  it("reasons longer with more effort", async () => {
    const lengths = await Promise.all(
      ["low", "medium", "high"].map(async (effort) => {
        const { usage } = await plain({ model: "latest", reasoning_effort: effort });
        return usage?.completion_tokens_details?.reasoning_tokens ?? 0;
      }),
    );
    expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
    expect(new Set(lengths).size).toBe(3);
  });

  it.each(["max_completion_tokens", "max_tokens"])(
    "ends at %s, which reasoning does not count towards",
    async (field) => {
      const { choices, usage } = await plain(
        { [field]: 2 },
        { answer: () => ({ reasoning: "a b c", text: "d e f" }) },
      );
      expect(choices[0]).toMatchObject({
        message: { content: "d e", reasoning_content: "a b c" },
        finish_reason: "length",
      });
      expect(usage?.completion_tokens).toBe(2);
    },
  );

  it("ends before the first of the stop texts", async () => {
    const { choices } = await plain(
      { model: "grok-3", stop: ["nine", "o thr", "three"] },
      { answer: () => "one two three four" },
    );
    expect(choices[0]).toMatchObject({ message: { content: "one tw" }, finish_reason: "stop" });
  });

  it("does not get as far as its tool calls when its text is cut", async () => {
    const answer = () => ({ text: "one two", toolCalls: [{ name: "clock", arguments: {} }] });
    const cut = await plain({ tools: [clock], max_completion_tokens: 1 }, { answer });
    const stopped = await plain({ model: "grok-3", tools: [clock], stop: ["two"] }, { answer });
    for (const { choices } of [cut, stopped]) expect(choices[0]?.message).not.toHaveProperty("tool_calls");
    expect([cut, stopped].map(({ choices }) => choices[0]?.finish_reason)).toEqual(["length", "stop"]);
  });

  it("is the same for the same seed and question, whatever was asked in between", async () => {
    const body = { model: "grok-4", messages: [user("What is a monad?")] };
    const texts = await Promise.all(
      [0, 0, 1].map(async (seed) => {
        const mock = create({ seed });
        if (seed === 0) await ask(mock, path, { model: "grok-3", messages: [user("Something else")] });
        const { choices } = await ask<Wire.ChatResponse>(mock, path, body);
        return choices[0]?.message.content;
      }),
    );
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).not.toBe(texts[0]);
  });

  it("counts what an earlier request of the conversation has sent as cached", async () => {
    const first = await plain({ messages: [user("Hello")] });
    const second = await plain({
      messages: [user("Hello"), { role: "assistant", content: "Hi" }, user("How are you?")],
    });
    expect(second.usage?.prompt_tokens_details?.cached_tokens).toBe(first.usage?.prompt_tokens);
    expect(second.usage?.cost_in_usd_ticks).toBe(
      5 * 750 +
        ((second.usage?.prompt_tokens ?? 0) - 5) * 3000 +
        ((second.usage?.total_tokens ?? 0) - (second.usage?.prompt_tokens ?? 0)) * 5000,
    );
  });

  it("counts pictures", async () => {
    const content = [
      { type: "text", text: "What is this?" },
      { type: "image_url", image_url: { url: "https://example.com/a.png" } },
    ] as const;
    const { usage, choices } = await plain({
      model: "grok-4",
      messages: [{ role: "user", content: [...content] }],
    });
    expect(usage?.prompt_tokens_details?.image_tokens).toBe(256);
    expect(choices[0]?.message.content).toContain("a picture");
  });

  it("names the tier that was asked for", async () => {
    expect(await plain({ service_tier: "priority" })).toHaveProperty("service_tier", "priority");
    expect(await plain({ service_tier: "auto" })).toHaveProperty("service_tier", "default");
  });
});

describe("simulated tool calls of a chat", () => {
  const callsOf = async (body: Partial<Wire.ChatRequest>): Promise<[string, unknown][]> => {
    const { choices } = await plain(body);
    const calls = choices[0]?.message.tool_calls ?? [];
    expect(choices[0]?.finish_reason).toBe(calls.length > 0 ? "tool_calls" : "stop");
    return calls.map((call) => [call.function.name, JSON.parse(call.function.arguments)]);
  };
  const tools = [weather, clock];

  it("are made when the message is about a function", async () => {
    expect(await callsOf({ tools, messages: [user("What's the weather in San Francisco?")] })).toEqual([
      ["weather", { location: "San Francisco" }],
    ]);
    expect(
      await callsOf({ tools, messages: [user("The weather in Oslo, and the time on the clock?")] }),
    ).toEqual([
      ["weather", { location: "Oslo" }],
      ["clock", {}],
    ]);
  });

  it("are left out when the message is about something else, or with tool_choice none", async () => {
    expect(await callsOf({ tools, messages: [user("Who was Ada Lovelace?")] })).toEqual([]);
    expect(await callsOf({ tools, tool_choice: "none", messages: [user("The weather in Oslo?")] })).toEqual(
      [],
    );
  });

  it("are made when one is required or named, whatever the message", async () => {
    expect(await callsOf({ tools, tool_choice: "required" })).toHaveLength(1);
    expect(await callsOf({ tools, tool_choice: { type: "function", function: { name: "clock" } } })).toEqual([
      ["clock", {}],
    ]);
  });

  it("are one at most when calls are not to be parallel", async () => {
    const messages = [user("The weather in Oslo, and the time on the clock?")];
    expect(await callsOf({ tools, parallel_tool_calls: false, messages })).toHaveLength(1);
  });

  it("are followed by an answer that shows the result", async () => {
    const messages: Wire.Message[] = [
      user("What is the weather in Oslo?"),
      {
        role: "assistant",
        content: "",
        tool_calls: [
          { id: "call_1", type: "function", function: { name: "weather", arguments: '{"location":"Oslo"}' } },
        ],
      },
      { role: "tool", tool_call_id: "call_1", content: '{"celsius":-3}' },
    ];
    const { choices } = await plain({ tools, messages });
    expect(choices[0]?.finish_reason).toBe("stop");
    expect(choices[0]?.message.content).toContain("`weather` returned:");
    expect(choices[0]?.message.content).toContain('"celsius": -3');
  });
});

describe("a simulated chat answer in JSON", () => {
  it("follows the schema", async () => {
    const schema = {
      type: "object",
      properties: {
        city: { type: "string" },
        unit: { enum: ["celsius", "fahrenheit"] },
        days: { type: "array", items: { $ref: "#/$defs/day" }, minItems: 3 },
      },
      required: ["city", "unit", "days"],
      additionalProperties: false,
      $defs: {
        day: { type: "object", properties: { low: { type: "integer", minimum: -5 } }, required: ["low"] },
      },
    };
    const { choices } = await plain({
      messages: [user("Three days in Rome, in celsius")],
      response_format: { type: "json_schema", json_schema: { name: "forecast", schema } },
    });
    expect(JSON.parse(choices[0]?.message.content ?? "")).toEqual({
      city: "Rome",
      unit: "celsius",
      days: [{ low: -5 }, { low: -5 }, { low: -5 }],
    });
  });

  it("is an object when no schema is given", async () => {
    const { choices } = await plain({ response_format: { type: "json_object" } });
    expect(JSON.parse(choices[0]?.message.content ?? "")).toMatchObject({
      simulated: true,
      question: "Hello",
    });
  });
});

describe("a simulated chat request that is refused", () => {
  const code = "Client specified an invalid argument";
  const messages = [user("Hello")];
  const circular = { type: "live_search", sources: [] };

  it.each<[string, unknown, number, unknown]>([
    ["without messages", { model: "grok-4" }, 422, { code, error: "The field `messages` is missing." }],
    [
      "with a message without content",
      { model: "grok-4", messages: [{ role: "user" }] },
      422,
      { code, error: "The field `messages[0].content` is missing." },
    ],
    [
      "with no message",
      { model: "grok-4", messages: [] },
      400,
      { code, error: "The request holds no message." },
    ],
    [
      "with a field that the API does not know",
      { model: "grok-4", messages, max_output_tokens: 1 },
      400,
      { code, error: "The API does not know the field `max_output_tokens`." },
    ],
    [
      "with a value out of bounds",
      { model: "grok-4", messages, temperature: 3 },
      400,
      { code, error: "The field `temperature` is not valid: expected at most 2, got 3." },
    ],
    [
      "with an unknown role",
      { model: "grok-4", messages: [{ role: "owner", content: "x" }] },
      400,
      {
        code,
        error:
          'The field `messages[0].role` is not valid: expected "system" or "user" or "assistant" or "tool" or "function", got "owner".',
      },
    ],
    [
      "with content of another type",
      { model: "grok-4", messages: [{ role: "user", content: 5 }] },
      400,
      {
        code,
        error:
          "The field `messages[0].content` is not valid: expected a value of type string or array, got 5.",
      },
    ],
    [
      "with a body that is no object",
      [],
      400,
      { code, error: "The field `body` is not valid: expected a value of type object, got an array of 0." },
    ],
    [
      "to an unknown model",
      { model: "grok-0", messages },
      404,
      {
        code: "Some requested entity was not found",
        error: "The model grok-0 does not exist, or the team of this key may not use it.",
      },
    ],
    [
      "to an image model",
      { model: "grok-imagine-image", messages },
      400,
      { code, error: "The model grok-imagine-image does not answer in text: it is an image model." },
    ],
    [
      "with stop to a model that reasons",
      { model: "grok-4", messages, stop: ["x"] },
      400,
      { code, error: "The model grok-4 reasons and does not take the argument stop." },
    ],
    [
      "with an effort to a model that takes none",
      { model: "grok-4", messages, reasoning_effort: "low" },
      400,
      { code, error: "The model grok-4 takes no reasoning effort." },
    ],
    [
      "with an effort that the model does not have",
      { model: "grok-3-mini", messages, reasoning_effort: "medium" },
      400,
      { code, error: "The model grok-3-mini takes the reasoning efforts low, high, not medium." },
    ],
    [
      "with a ceiling of no tokens",
      { model: "grok-4", messages, max_tokens: 0 },
      400,
      { code, error: "The ceiling on the answer's tokens has to be at least 1, got 0." },
    ],
    [
      "with a tool choice that names no function",
      {
        model: "grok-4",
        messages,
        tools: [clock],
        tool_choice: { type: "function", function: { name: "x" } },
      },
      400,
      { code, error: "The request has no function x, which its tool_choice names." },
    ],
    [
      "that requires a call without functions",
      { model: "grok-4", messages, tool_choice: "required" },
      400,
      { code, error: "The request requires a tool call and has no functions to call." },
    ],
    [
      "with Live Search",
      { model: "grok-4", messages, tools: [circular] },
      410,
      { error: "Live Search is switched off: use the search tools of /v1/responses." },
    ],
    [
      "to be both deferred and streamed",
      { model: "grok-4", messages, deferred: true, stream: true },
      400,
      { code, error: "An answer is either deferred or streamed, not both." },
    ],
  ])("%s gets xAI's status and shape", async (_, body, status, error) => {
    expect(await refusal(create(), path, body)).toEqual([status, error]);
  });

  it("for being longer than the context of its model says how long it is", async () => {
    const long = { model: "grok-3", messages: [user("word ".repeat(140_000))] };
    const [status, body] = await refusal(create(), path, long);
    expect(status).toBe(400);
    expect(body).toHaveProperty(
      "error",
      "The model grok-3 reads at most 131072 tokens, the request has 140005.",
    );
  });

  it("with a body that is no JSON, or not said to be", async () => {
    const body = "{";
    const headers = { "content-type": "application/json" };
    expect(await refusal(create(), path, undefined, { body, headers })).toEqual([
      400,
      { code, error: "The body is not valid JSON." },
    ]);
    expect(
      await refusal(create(), path, undefined, { body: "{}", headers: { "content-type": "text/plain" } }),
    ).toEqual([415, { code, error: "Expected a body of type application/json, got text/plain." }]);
  });
});
