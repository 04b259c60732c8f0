import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, askEvents, refusal } from "../../testing/ask.ts";
import { createMockXai, type Answer, type MockXai, type MockXaiOptions } from "../index.ts";

const path = "/v1/responses";
const now = (): number => 1_763_855_668_000;
const create = (options: MockXaiOptions = {}): MockXai => createMockXai({ now, ...options });

const plain = (
  body: Partial<Wire.ModelRequest>,
  options?: MockXaiOptions,
  mock = create(options),
): Promise<Wire.ModelResponse> => ask(mock, path, { model: "grok-code-fast-1", input: "Hello", ...body });
const streamed = (
  body: Partial<Wire.ModelRequest>,
  options?: MockXaiOptions,
): Promise<Wire.ResponseStreamEvent[]> =>
  askEvents(create(options), path, { model: "grok-code-fast-1", input: "Hello", ...body });

const weather: Wire.ModelTool = {
  type: "function",
  name: "weather",
  description: "Get the weather of a place",
  parameters: { type: "object", properties: { location: { type: "string" } }, required: ["location"] },
};

const textOf = ({ output }: Wire.ModelResponse): string =>
  output
    .flatMap((item) => (item.type === "message" ? item.content : []))
    .map((part) => (part.type === "output_text" ? part.text : ""))
    .join("");

describe("a simulated Responses stream", () => {
  const answer = (): Answer => ({ reasoning: "First, think", text: "### Sonora" });

  it("has the events of the wire in their order", async () => {
    const events = await streamed({}, { answer });
    const first = events[0];
    if (first?.type !== "response.created")
      throw new Error("Expected the stream to begin with response.created");
    const { response: started } = first;
    const { id } = started;
    const rs = { item_id: `rs_${id}`, output_index: 0, summary_index: 0 };
    const msg = { content_index: 0, item_id: `msg_${id}`, output_index: 1 };
    const reasoning = {
      id: `rs_${id}`,
      summary: [{ text: "First, think", type: "summary_text" }],
      type: "reasoning",
      status: "completed",
    };
    const part = { type: "output_text", text: "### Sonora", logprobs: [], annotations: [] };
    const message = {
      content: [part],
      id: `msg_${id}`,
      role: "assistant",
      type: "message",
      status: "completed",
    };
    const expected = [
      { type: "response.created", response: started },
      { type: "response.in_progress", response: started },
      {
        type: "response.output_item.added",
        item: { id: `rs_${id}`, summary: [], type: "reasoning", status: "in_progress" },
        output_index: 0,
      },
      { type: "response.reasoning_summary_part.added", ...rs, part: { text: "", type: "summary_text" } },
      { type: "response.reasoning_summary_text.delta", delta: "First", ...rs },
      { type: "response.reasoning_summary_text.delta", delta: ",", ...rs },
      { type: "response.reasoning_summary_text.delta", delta: " think", ...rs },
      { type: "response.reasoning_summary_text.done", ...rs, text: "First, think" },
      {
        type: "response.reasoning_summary_part.done",
        ...rs,
        part: { text: "First, think", type: "summary_text" },
      },
      { type: "response.output_item.done", item: reasoning, output_index: 0 },
      {
        type: "response.output_item.added",
        item: { ...message, content: [], status: "in_progress" },
        output_index: 1,
      },
      { type: "response.content_part.added", ...msg, part: { ...part, text: "" } },
      { type: "response.output_text.delta", ...msg, delta: "###", logprobs: [] },
      { type: "response.output_text.delta", ...msg, delta: " Sonora", logprobs: [] },
      { type: "response.output_text.done", ...msg, text: "### Sonora" },
      { type: "response.content_part.done", ...msg, part },
      { type: "response.output_item.done", item: message, output_index: 1 },
      {
        type: "response.completed",
        response: {
          ...started,
          output: [reasoning, message],
          status: "completed",
          usage: {
            input_tokens: 5,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: 5,
            output_tokens_details: { reasoning_tokens: 3 },
            total_tokens: 10,
            num_sources_used: 0,
            num_server_side_tools_used: 0,
            cost_in_usd_ticks: 5 * 2000 + 5 * 15_000,
            cost_in_nano_usd: 8500,
          },
        },
      },
    ];
    expect(events).toEqual(expected.map((event, sequence_number) => ({ sequence_number, ...event })));
  });

  it("begins with the settings of the request", async () => {
    const [first] = await streamed({
      temperature: 0.5,
      max_output_tokens: 9,
      metadata: { a: "b" },
      store: false,
    });
    expect(first).toMatchObject({
      response: {
        created_at: 1_763_855_668,
        id: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        max_output_tokens: 9,
        model: "grok-code-fast-1",
        object: "response",
        output: [],
        parallel_tool_calls: true,
        previous_response_id: null,
        reasoning: { effort: null, summary: null },
        temperature: 0.5,
        text: { format: { type: "text" } },
        tool_choice: "auto",
        tools: [],
        top_p: null,
        user: null,
        incomplete_details: null,
        status: "in_progress",
        store: false,
        metadata: { a: "b" },
      },
    });
  });

  it("announces a function call empty and sends its arguments in one piece", async () => {
    const toolCalls = [{ name: "weather", arguments: { location: "Oslo" }, id: "call_1" }];
    const events = await streamed({ tools: [weather] }, { answer: () => ({ toolCalls }) });
    const [first] = events;
    const id = `fc_${first?.type === "response.created" ? first.response.id : ""}_0`;
    const json = '{"location":"Oslo"}';
    const item = {
      arguments: json,
      call_id: "call_1",
      name: "weather",
      type: "function_call",
      id,
      status: "completed",
    };
    expect(events.slice(2, -1)).toEqual([
      {
        sequence_number: 2,
        type: "response.output_item.added",
        item: { ...item, arguments: "", status: "in_progress" },
        output_index: 0,
      },
      {
        sequence_number: 3,
        type: "response.function_call_arguments.delta",
        delta: json,
        item_id: id,
        output_index: 0,
      },
      {
        sequence_number: 4,
        type: "response.function_call_arguments.done",
        arguments: json,
        item_id: id,
        output_index: 0,
      },
      { sequence_number: 5, type: "response.output_item.done", item, output_index: 0 },
    ]);
    expect(events.at(-1)).toMatchObject({ type: "response.completed", response: { output: [item] } });
  });

  it("ends with response.incomplete at its ceiling, which reasoning does not count towards", async () => {
    const events = await streamed({ max_output_tokens: 1 }, { answer });
    expect(events.at(-1)).toMatchObject({
      type: "response.incomplete",
      response: {
        status: "incomplete",
        incomplete_details: { reason: "max_output_tokens" },
        output: [
          { type: "reasoning", status: "completed" },
          { type: "message", status: "incomplete", content: [{ text: "###" }] },
        ],
        usage: { output_tokens: 4, output_tokens_details: { reasoning_tokens: 3 } },
      },
    });
  });

  it.each<[string, Partial<Wire.ModelRequest>]>([
    ["with reasoning", {}],
    ["without reasoning", { model: "grok-3" }],
    ["cut at its ceiling", { max_output_tokens: 3 }],
    ["of a tool call", { tools: [weather], input: "The weather in Oslo?" }],
    ["in JSON", { text: { format: { type: "json_object" } } }],
  ])("ends with the response that is answered without a stream, %s", async (_, body) => {
    const last = (await streamed(body)).at(-1);
    expect(last).toHaveProperty("response", await plain(body));
  });
});

describe("a simulated response", () => {
  it("has no reasoning item from a model that does not reason, or with the effort none", async () => {
    expect((await plain({ model: "grok-3" })).output.map(({ type }) => type)).toEqual(["message"]);
    const { output } = await plain({ model: "latest", reasoning: { effort: "none" } });
    expect(output.map(({ type }) => type)).toEqual(["message"]);
  });

  it("carries encrypted reasoning only when the request includes it", async () => {
    expect((await plain({})).output[0]).not.toHaveProperty("encrypted_content");
    const { output } = await plain({ include: ["reasoning.encrypted_content"] });
    expect(output[0]).toHaveProperty("encrypted_content", expect.stringMatching(/^[0-9a-f]{64}$/));
  });

  it("follows a JSON schema", async () => {
    const schema = { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] };
    const answer = await plain({ text: { format: { type: "json_schema", name: "check", schema } } });
    expect(JSON.parse(textOf(answer))).toEqual({ ok: true });
  });

  it("answers the result of a function", async () => {
    const call = {
      type: "function_call",
      call_id: "call_1",
      name: "weather",
      arguments: '{"location":"Oslo"}',
    } as const;
    const answer = await plain({
      tools: [weather],
      input: [
        { role: "user", content: "The weather in Oslo?" },
        call,
        { type: "function_call_output", call_id: "call_1", output: "-3 °C" },
      ],
    });
    expect(textOf(answer)).toContain("`weather` returned:\n\n```json\n-3 °C");
  });

  it("continues a stored one: what was said before counts as cached input", async () => {
    const mock = create();
    const first = await plain({ input: "My name is Ada", instructions: "Be brief" }, {}, mock);
    const second = await plain({ input: "Who am I?", previous_response_id: first.id }, {}, mock);
    expect(second.previous_response_id).toBe(first.id);
    expect(second.usage?.input_tokens_details?.cached_tokens).toBe(first.usage?.input_tokens);
    expect(textOf(second)).toContain("what was said before");
    const third = await plain({ input: "Go on", previous_response_id: second.id }, {}, mock);
    expect(third.usage?.input_tokens_details?.cached_tokens).toBe(second.usage?.input_tokens);
  });
});

describe("a simulated Responses request that is refused", () => {
  const code = "Client specified an invalid argument";
  const missing = "8a1c7f0e-0000-0000-0000-000000000000";
  const notFound = {
    code: "Some requested entity was not found",
    error: `No response is stored under the id ${missing}.`,
  };
  it.each<[string, unknown, number, unknown]>([
    ["without input", { model: "grok-4" }, 422, { code, error: "The field `input` is missing." }],
    [
      "with a message without content",
      { model: "grok-4", input: [{ role: "user" }] },
      422,
      { code, error: "The field `input[0].content` is missing." },
    ],
    [
      "with a field of the chat API",
      { model: "grok-4", input: "x", messages: [] },
      400,
      { code, error: "The API does not know the field `messages`." },
    ],
    [
      "to an embedding model",
      { model: "v1", input: "x" },
      400,
      { code, error: "The model v1 does not answer in text: it is an embedding model." },
    ],
    [
      "that continues an unknown one",
      { model: "grok-4", input: "x", previous_response_id: missing },
      404,
      notFound,
    ],
    [
      "to run in the background",
      { model: "grok-4", input: "x", background: true },
      400,
      { code, error: "The API does not run responses in the background." },
    ],
  ])("%s gets xAI's status and shape", async (_, body, status, error) => {
    expect(await refusal(create(), path, body)).toEqual([status, error]);
  });

  it("for continuing one that was not stored, or with instructions of its own", async () => {
    const mock = create();
    const { id } = await plain({ store: false }, {}, mock);
    const body = { model: "grok-4", input: "x", previous_response_id: id };
    expect(await refusal(mock, path, body)).toMatchObject([404, {}]);
    expect(await refusal(mock, path, { ...body, instructions: "Be brief" })).toMatchObject([400, {}]);
  });
});
