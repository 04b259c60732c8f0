import { createXai, type Wire, type Xai } from "@xai-edge/core";
import { type AnswerScript, createMockXai, type MockXai } from "@xai-edge/mock";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { chatProtocol } from "./chat-protocol.ts";
import { createTool } from "./create-tool.ts";
import { createToolbox, type Toolbox } from "./create-toolbox.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { chatChunk, usage } from "./fixtures/chat-chunks.ts";
import { foldChat } from "./fold-chat.ts";
import { foldMessage } from "./fold-message.ts";
import { foldResponse } from "./fold-response.ts";
import { messageProtocol } from "./message-protocol.ts";
import { responseProtocol } from "./response-protocol.ts";
import { runTools } from "./run-tools.ts";
import { storedResponseProtocol } from "./stored-response-protocol.ts";

const weather = createTool(z.object({ city: z.string() }), {
  name: "weather",
  description: "Tells the weather in a city",
  run: ({ city }) => ({ city, celsius: -3 }),
});
const clock = createTool(z.object({}), { name: "clock", run: () => "12:00" });
const twoCalls = [
  { name: "weather", arguments: { city: "Oslo" }, id: "call_w" },
  { name: "clock", arguments: "{}", id: "call_c" },
];

/** Calls two functions, then says what it was told. */
const callsThenTells: AnswerScript = ({ body }) => {
  const told = JSON.stringify(body).match(/-3|12:00/g) ?? [];
  return told.length > 0
    ? `Told ${[...new Set(told)].join(" and ")}.`
    : { reasoning: "I need both.", toolCalls: twoCalls };
};

function simulate(answer: AnswerScript): { mock: MockXai; xai: Xai } {
  const mock = createMockXai({ answer });
  return { mock, xai: createXai({ baseURL: "http://localhost/v1", fetch: mock.fetch, maxRetries: 0 }) };
}

interface More {
  readonly maxSteps?: number;
  readonly signal?: AbortSignal;
}

const input = "What is it like in Oslo?";
const startChat = (xai: Xai, toolbox: Toolbox, more: More & { maxCostUsd?: number } = {}) =>
  runTools(chatProtocol, {
    ask: async (next, options) =>
      foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options)),
    toolbox,
    input,
    ...more,
  });
const startResponses = (xai: Xai, toolbox: Toolbox, more: More = {}) =>
  runTools(responseProtocol, {
    ask: async (next, options) =>
      foldResponse(
        await xai.responses.create({ model: "grok-4", instructions: "Be brief.", ...next }, options),
      ),
    toolbox,
    input,
    ...more,
  });
const startStored = (xai: Xai, toolbox: Toolbox, more: More = {}) =>
  runTools(storedResponseProtocol, {
    ask: async (next, options) =>
      foldResponse(
        await xai.responses.create({ model: "grok-4", instructions: "Be brief.", ...next }, options),
      ),
    toolbox,
    input,
    ...more,
  });
const startMessages = (xai: Xai, toolbox: Toolbox, more: More & { maxCostUsd?: number } = {}) =>
  runTools(messageProtocol, {
    ask: async (next, options) =>
      foldMessage(await xai.messages.create({ model: "grok-4", max_tokens: 500, ...next }, options)),
    toolbox,
    input,
    ...more,
  });

describe.each([
  ["chat", startChat],
  ["responses", startResponses],
  ["stored responses", startStored],
  ["messages", startMessages],
])("a run over %s", (_name, start) => {
  it("runs the functions that the model calls, and answers with their results", async () => {
    const { xai, mock } = simulate(callsThenTells);
    const run = start(xai, createToolbox([weather, clock]));
    const events = await collect<{ type: string; step: number }>(run);
    const result = await run.final();

    expect(result.stop).toBe("answered");
    expect(JSON.stringify(result.answer)).toContain("Told -3 and 12:00.");
    expect(result.steps).toBe(2);
    expect(mock.requests.map(({ status }) => status)).toEqual([200, 200]);
    const told = events
      .filter(({ type }) => type !== "wire_event")
      .map(({ type, step }) => `${step} ${type}`);
    expect(told.toSorted()).toEqual([
      "1 call_finished",
      "1 call_finished",
      "1 call_started",
      "1 call_started",
      "1 step_finished",
      "1 step_started",
      "2 step_finished",
      "2 step_started",
    ]);
  });

  it("gives each call one result, in the order of the calls", async () => {
    const { xai } = simulate(callsThenTells);
    const slow = createTool(z.object({ city: z.string() }), {
      name: "weather",
      run: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return "-3";
      },
    });
    const { transcript, turns } = await start(xai, createToolbox([slow, clock])).final();
    const text = JSON.stringify(transcript);
    const ids = [
      ...text.matchAll(/"(?:tool_call_id|tool_use_id)":"(\w+)"|function_call_output","call_id":"(\w+)"/g),
    ];
    expect(ids.map(([, one, other]) => one ?? other)).toEqual(["call_w", "call_c"]);
    expect(turns.map(({ kind }) => kind)).toEqual(["input", "answer", "input", "answer"]);
  });

  it("stops at the limit of steps without an answer, each call with its result", async () => {
    const { xai } = simulate(() => ({ toolCalls: twoCalls }));
    const { stop, answer, steps, transcript } = await start(xai, createToolbox([weather, clock]), {
      maxSteps: 2,
    }).final();
    expect({ stop, answer, steps }).toEqual({ stop: "max_steps", answer: undefined, steps: 2 });
    expect(JSON.stringify(transcript).match(/celsius/g)).toHaveLength(2);
  });

  it("tells the model what went wrong with a call, and goes on", async () => {
    const { xai } = simulate(({ body }) =>
      JSON.stringify(body).includes("error")
        ? "Sorry."
        : {
            toolCalls: [
              { name: "weather", arguments: { city: 7 } },
              { name: "weather", arguments: '{"city' },
              { name: "gone", arguments: "{}" },
              { name: "breaks", arguments: "{}" },
            ],
          },
    );
    const breaks = createTool(z.object({}), {
      name: "breaks",
      run: () => {
        throw new Error("No such table", { cause: "the password" });
      },
    });
    const run = start(xai, createToolbox([weather, breaks]));
    const events = await collect<object>(run);
    const { stop, transcript } = await run.final();
    expect(stop).toBe("answered");
    const text = JSON.stringify(transcript);
    expect(text).toContain("No such table");
    expect(text).toContain("There is no function gone");
    expect(text).toMatch(/city: .*string/);
    expect(text).not.toContain("password");
    expect(events.filter((event) => "failure" in event)).toMatchObject([
      { failure: "unknown_function" },
      { failure: "invalid_arguments" },
      { failure: "invalid_arguments" },
      { failure: "thrown", reason: { message: "No such table" } },
    ]);
  });
});

/** The bodies of the requests that the simulator got. */
function bodiesOf(mock: MockXai): Record<string, unknown>[] {
  return mock.requests.map(({ body }) => Object(body));
}

describe("what the next request brings", () => {
  const toolbox = createToolbox([weather, clock]);

  it("is over chat the message with its calls, without empty content, and a message for each result", async () => {
    const { xai, mock } = simulate(callsThenTells);
    const { transcript } = await startChat(xai, toolbox).final();
    const [, second] = bodiesOf(mock);
    expect(second?.["messages"]).toEqual([
      { role: "user", content: input },
      {
        role: "assistant",
        reasoning_content: "I need both.",
        tool_calls: [
          expect.objectContaining({
            id: "call_w",
            function: { name: "weather", arguments: '{"city":"Oslo"}' },
          }),
          expect.objectContaining({ id: "call_c" }),
        ],
      },
      { role: "tool", tool_call_id: "call_w", content: '{"city":"Oslo","celsius":-3}' },
      { role: "tool", tool_call_id: "call_c", content: "12:00" },
    ]);
    expect(second?.["stream_options"]).toEqual({ include_usage: true });
    expect(transcript.slice(0, 4)).toEqual(second?.["messages"]);
    expect(transcript).toHaveLength(5);
  });

  it("is over responses every item as it came, encrypted reasoning included", async () => {
    const { xai, mock } = simulate(callsThenTells);
    const run = startResponses(xai, toolbox);
    const outputs: Wire.ModelOutput[] = [];
    for await (const event of run) if (event.type === "step_finished") outputs.push(...event.answer.output);
    const [first, second] = bodiesOf(mock);
    expect(first).toMatchObject({ store: false, include: ["reasoning.encrypted_content"] });
    expect(second).toMatchObject({ store: false, instructions: "Be brief." });
    expect(second).not.toHaveProperty("previous_response_id");
    const [said, ...answered] = (second?.["input"] ?? []) as Wire.ModelInputPart[];
    expect(said).toEqual({ role: "user", content: input });
    expect(answered.slice(0, 3)).toEqual(outputs.slice(0, 3));
    expect(answered[0]).toMatchObject({ type: "reasoning", encrypted_content: expect.any(String) });
    expect(answered.slice(3)).toMatchObject([
      { type: "function_call_output", call_id: "call_w" },
      { type: "function_call_output", call_id: "call_c", output: "12:00" },
    ]);
  });

  it("is over stored responses only the results, after the answer by its id", async () => {
    const { xai, mock } = simulate(callsThenTells);
    const run = startStored(xai, toolbox);
    const ids: string[] = [];
    for await (const event of run) if (event.type === "step_finished") ids.push(event.answer.id);
    const [first, second] = bodiesOf(mock);
    expect(first).toMatchObject({ store: true, instructions: "Be brief." });
    expect(first).not.toHaveProperty("previous_response_id");
    expect(second).toMatchObject({ store: true, previous_response_id: ids[0] });
    expect(second).not.toHaveProperty("instructions");
    expect(second?.["input"]).toMatchObject([
      { type: "function_call_output", call_id: "call_w" },
      { type: "function_call_output", call_id: "call_c" },
    ]);
    const { transcript } = await run.final();
    expect(transcript.map((item) => item.type ?? "said")).toEqual([
      "said",
      "reasoning",
      "function_call",
      "function_call",
      "function_call_output",
      "function_call_output",
      "message",
    ]);
  });

  it("is over messages the blocks as they came, and one message with all results", async () => {
    const { xai, mock } = simulate(callsThenTells);
    const breaks = createTool(z.object({}), {
      name: "clock",
      run: () => Promise.reject(new Error("Stopped")),
    });
    await startMessages(xai, createToolbox([weather, breaks])).final();
    const [, second] = bodiesOf(mock);
    expect(second?.["messages"]).toMatchObject([
      { role: "user", content: input },
      {
        role: "assistant",
        content: [
          { type: "thinking", thinking: "I need both." },
          { type: "tool_use", id: "call_w", input: { city: "Oslo" } },
          { type: "tool_use", id: "call_c" },
        ],
      },
      {
        role: "user",
        content: [
          { type: "tool_result", tool_use_id: "call_w" },
          { type: "tool_result", tool_use_id: "call_c", content: '{"error":"Stopped"}', is_error: true },
        ],
      },
    ]);
  });

  it("begins with the conversation before, to which the run's own turns can be added", async () => {
    const { xai, mock } = simulate(callsThenTells);
    const first = await startChat(xai, toolbox).final();
    const { turns, transcript } = await runTools(chatProtocol, {
      ask: async (next, options) =>
        foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options)),
      toolbox,
      after: first.turns,
      input: [{ role: "user", content: "And in Bergen?" }],
    }).final();
    expect(bodiesOf(mock)[2]?.["messages"]).toEqual([
      ...first.transcript,
      { role: "user", content: "And in Bergen?" },
    ]);
    expect(turns.map(({ kind }) => kind)).toEqual(["input", "answer"]);
    expect(transcript).toHaveLength(7);
  });
});

/** An answer of a chat that was not streamed. */
function chatAnswer(message: object, more: object = {}): Wire.ChatResponse {
  return {
    id: "0f3c",
    object: "chat.completion",
    created: 1_790_000_000,
    model: "grok-4",
    choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason: "stop" }],
    ...more,
  };
}
const clockCall = { id: "call_c", type: "function", function: { name: "clock", arguments: "{}" } };
const asksForClock = { content: "", tool_calls: [clockCall] };

describe("the bill of a run", () => {
  const bill = (ticks: number | undefined) => ({
    usage: {
      ...usage,
      ...(ticks === undefined ? { cost_in_usd_ticks: undefined } : { cost_in_usd_ticks: ticks }),
    },
  });
  const askInTurn = (...answers: Wire.ChatResponse[]) => {
    let at = 0;
    return async () => answers[Math.min(at++, answers.length - 1)] ?? chatAnswer({});
  };
  const toolbox = createToolbox([clock]);

  it("is the sum of all answers, exact to the tick, and so is the usage", async () => {
    const ask = askInTurn(
      chatAnswer(asksForClock, bill(1_000_000_000)),
      chatAnswer(asksForClock, bill(2_000_000_000)),
      chatAnswer({ content: "Noon" }, bill(1)),
    );
    const result = await runTools(chatProtocol, { ask, toolbox, input }).final();
    expect(result.costUsd).toBe(0.3000000001);
    expect(result.usage).toMatchObject({
      prompt_tokens: 42,
      prompt_tokens_details: { cached_tokens: 12 },
      completion_tokens_details: { reasoning_tokens: 114 },
      cost_in_usd_ticks: 3_000_000_001,
    });
  });

  it("stops the run before the model is asked again once it reaches maxCostUsd", async () => {
    const ask = askInTurn(chatAnswer(asksForClock, bill(1_000_000_000)));
    const result = await runTools(chatProtocol, { ask, toolbox, input, maxCostUsd: 0.2 }).final();
    expect(result).toMatchObject({ stop: "max_cost", steps: 2, costUsd: 0.2 });
    expect(result.answer).toBeUndefined();
    expect(result.transcript.at(-1)).toEqual({ role: "tool", tool_call_id: "call_c", content: "12:00" });
  });

  it("does not hold back an answer that it paid for", async () => {
    const ask = askInTurn(chatAnswer({ content: "Noon" }, bill(9_000_000_000)));
    const result = await runTools(chatProtocol, { ask, toolbox, input, maxCostUsd: 0.2 }).final();
    expect(result.stop).toBe("answered");
  });

  it("that is not stated stops a run with a limit, unless an estimate stands in", async () => {
    const ask = askInTurn(chatAnswer(asksForClock, bill(undefined)));
    const options = { ask, toolbox, input, maxCostUsd: 1 };
    expect(await runTools(chatProtocol, options).final()).toMatchObject({
      stop: "cost_unknown",
      steps: 1,
      costUsd: undefined,
    });
    expect(await runTools(chatProtocol, { ...options, costOf: () => 0.3 }).final()).toMatchObject({
      stop: "max_cost",
      steps: 4,
      costUsd: 1.2,
    });
  });
});

describe("an answer", () => {
  it("that broke off is none, and its calls are not run", async () => {
    let ran = false;
    const toolbox = createToolbox([createTool(z.object({}), { name: "clock", run: () => (ran = true) })]);
    const cut = chatAnswer(asksForClock);
    for (const choice of cut.choices) choice.finish_reason = "length";
    const result = await runTools(chatProtocol, { ask: () => cut, toolbox, input }).final();
    expect(result).toMatchObject({ stop: "cut_off", steps: 1 });
    expect(result.answer).toBeUndefined();
    expect(ran).toBe(false);
    expect(result.transcript.at(-1)).toEqual({
      role: "tool",
      tool_call_id: "call_c",
      content: expect.stringContaining("broke off"),
    });
  });

  it("keeps the calls that the server ran as they came, and does not run them", async () => {
    const output: Wire.ModelOutput[] = [
      { type: "reasoning", id: "rs_1", summary: [], encrypted_content: "b3BhcXVl" },
      { type: "web_search_call", id: "ws_1", status: "completed", action: { type: "search", query: "" } },
      { type: "custom_tool_call", id: "ctc_1", call_id: "x1", name: "x_keyword_search", input: "{}" },
      { type: "function_call", id: "fc_1", call_id: "call_c", name: "clock", arguments: "{}" },
    ];
    const response = { object: "response", model: "grok-4", status: "completed" } as const;
    const inputs: Wire.ModelInputPart[][] = [];
    const { stop } = await runTools(responseProtocol, {
      ask: (next, _options, step): Wire.ModelResponse => {
        inputs.push(next.input);
        const text = { type: "output_text", text: "Noon" } as const;
        return step === 1
          ? { ...response, id: "resp_1", output }
          : { ...response, id: "resp_2", output: [{ type: "message", role: "assistant", content: [text] }] };
      },
      toolbox: createToolbox([clock]),
      input,
    }).final();
    expect(stop).toBe("answered");
    expect(inputs[1]).toEqual([
      { role: "user", content: input },
      ...output,
      { type: "function_call_output", call_id: "call_c", output: "12:00" },
    ]);
  });

  it("of a chat whose calls the server ran is an answer", async () => {
    const answer = chatAnswer({ content: "Found", tool_calls: [{ ...clockCall, type: "web_search_call" }] });
    const run = runTools(chatProtocol, { ask: () => answer, toolbox: createToolbox([clock]), input });
    expect(await run.final()).toMatchObject({ stop: "answered", steps: 1, answer });
  });

  it("whose stream stops half-way ends the run, which keeps the steps before", async () => {
    const whole = chatAnswer(asksForClock);
    const run = runTools(chatProtocol, {
      ask: (_next, _options, step) =>
        step === 1 ? whole : foldChat(eventsOf([chatChunk({ tool_calls: [clockCall] })])),
      toolbox: createToolbox([clock]),
      input,
    });
    await expect(collect(run)).rejects.toMatchObject({ code: "truncated_stream" });
    await expect(run.final()).rejects.toMatchObject({ code: "truncated_stream" });
    expect(run.progress()).toMatchObject({
      steps: 1,
      turns: [{ kind: "input" }, { kind: "answer" }, { kind: "input" }],
    });
  });

  it("as a bare stream is refused", async () => {
    const source: never = eventsOf([chatChunk({ content: "Noon" })]) as never;
    const run = runTools(chatProtocol, { ask: () => source, toolbox: createToolbox([]), input });
    await expect(run.final()).rejects.toThrow("Expected `ask` to fold its stream, got a bare one");
  });
});

describe("ending a run early", () => {
  const silent = () => eventsOf([chatChunk({ content: "No" })], { isSilent: true });

  it("by leaving closes the stream at once, while it is silent", async () => {
    const source = silent();
    const run = runTools(chatProtocol, {
      ask: () => foldChat(source),
      toolbox: createToolbox([]),
      input,
    });
    for await (const event of run) if (event.type === "wire_event") break;
    expect(source.isClosed()).toBe(true);
    await expect(run.final()).rejects.toMatchObject({ name: "AbortError" });

    const other = silent();
    const iterator = runTools(chatProtocol, {
      ask: () => foldChat(other),
      toolbox: createToolbox([]),
      input,
    })[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    const waiting = iterator.next();
    await iterator.return?.();
    expect(other.isClosed()).toBe(true);
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it("by the caller's signal gives its reason, while the stream is silent or the model has not begun", async () => {
    const controller = new AbortController();
    const source = silent();
    const run = runTools(chatProtocol, {
      ask: () => foldChat(source),
      toolbox: createToolbox([]),
      input,
      signal: controller.signal,
    });
    const reading = collect(run);
    setTimeout(() => controller.abort("closed"), 1);
    await expect(reading).rejects.toBe("closed");
    expect(source.isClosed()).toBe(true);

    const late = silent();
    let begin = (_answer: ReturnType<typeof foldChat>): void => {};
    const second = new AbortController();
    let given: AbortSignal | undefined;
    const unbegun = runTools(chatProtocol, {
      ask: (_next, { signal }) => {
        given = signal;
        return new Promise<ReturnType<typeof foldChat>>((resolve) => (begin = resolve));
      },
      toolbox: createToolbox([]),
      input,
      signal: second.signal,
    });
    setTimeout(() => second.abort("closed"), 1);
    await expect(unbegun.final()).rejects.toBe("closed");
    expect(given?.reason).toBe("closed");
    // An answer that nobody waits for any more is closed when it comes.
    begin(foldChat(late));
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(late.isClosed()).toBe(true);
  });

  it("by the caller's signal ends the calls that run, and the request over the wire", async () => {
    const { xai, mock } = simulate(callsThenTells);
    const controller = new AbortController();
    let told: unknown;
    const deaf = createTool(z.object({ city: z.string() }), {
      name: "weather",
      run: (_args, { signal }) => {
        signal.addEventListener("abort", () => (told = signal.reason));
        controller.abort("closed");
        return new Promise(() => {});
      },
    });
    const run = startChat(xai, createToolbox([deaf, clock]), { signal: controller.signal });
    await expect(run.final()).rejects.toBe("closed");
    expect(told).toBe("closed");
    expect(mock.requests).toHaveLength(1);
  });

  it("while the model is being asked does not wait for the answer", async () => {
    const controller = new AbortController();
    const run = runTools(chatProtocol, {
      ask: () => {
        controller.abort("closed");
        return new Promise<Wire.ChatResponse>(() => {});
      },
      toolbox: createToolbox([]),
      input,
      signal: controller.signal,
    });
    await expect(run.final()).rejects.toBe("closed");
  });

  it("leaves no listener on the caller's signal, nor does an end of its own", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    Object.assign(signal, {
      addEventListener: (type: "abort", listener: () => void) => {
        listeners += 1;
        add(type, listener);
      },
      removeEventListener: (type: "abort", listener: () => void) => {
        listeners -= 1;
        remove(type, listener);
      },
    });
    const options = { ask: () => chatAnswer(asksForClock), toolbox: createToolbox([clock]), input, signal };
    await runTools(chatProtocol, { ...options, maxSteps: 2 }).final();
    expect(listeners).toBe(0);
    for await (const _ of runTools(chatProtocol, options)) break;
    expect(listeners).toBe(0);
  });
});

describe("a run of tools", () => {
  it("asks nothing before it is read, and is iterated once", async () => {
    let asked = 0;
    const ask = () => chatAnswer({ content: `Answer ${(asked += 1)}` });
    const run = runTools(chatProtocol, { ask, toolbox: createToolbox([]), input });
    await Promise.resolve();
    expect(asked).toBe(0);
    await run.final();
    expect((await run.final()).steps).toBe(1);
    expect(asked).toBe(1);
    await expect(collect(run)).rejects.toMatchObject({ code: "stream_already_read" });
  });

  it("fails with what asking throws", async () => {
    const reason = new Error("offline");
    const ask = (): never => {
      throw reason;
    };
    const run = runTools(chatProtocol, { ask, toolbox: createToolbox([]), input });
    await expect(run.final()).rejects.toBe(reason);
  });

  it.each([{ maxSteps: 0 }, { maxSteps: NaN }, { maxCostUsd: 0 }, { maxCostUsd: -1 }])(
    "refuses limits that cannot work: %o",
    (limits) => {
      const options = { ask: () => chatAnswer({}), toolbox: createToolbox([]), input, ...limits };
      expect(() => runTools(chatProtocol, options)).toThrow(expect.objectContaining({ kind: "options" }));
    },
  );
});

describe("the transcript of any run", () => {
  const step = fc.array(
    fc.record({
      name: fc.constantFrom("works", "breaks", "gone"),
      arguments: fc.constantFrom("{}", "{", ""),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const works = createTool(z.object({}), { name: "works", run: () => new Promise((go) => setTimeout(go)) });
  const breaks = createTool(z.object({}), { name: "breaks", run: () => Promise.reject(new Error("No")) });
  const toolbox = createToolbox([works, breaks], { maxConcurrent: 2 });

  it("has after each answer exactly one result for each of its calls, in their order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, maxSteps) => {
          const { transcript, stop } = await runTools(chatProtocol, {
            ask: (_next, _options, at) => {
              const calls = steps[at - 1]?.map((called, index) => ({
                id: `call_${at}_${index}`,
                function: called,
              }));
              return chatAnswer({ content: calls ? "" : "Done", tool_calls: calls ?? [] });
            },
            toolbox,
            input,
            maxSteps,
          }).final();
          expect(stop).toBe(steps.length < maxSteps ? "answered" : "max_steps");
          const called = transcript.flatMap((message, at) =>
            message.role === "assistant"
              ? (message.tool_calls ?? []).map(({ id }, index) => [at + 1 + index, id])
              : [],
          );
          const told = transcript.flatMap((message, at) =>
            message.role === "tool" ? [[at, message.tool_call_id]] : [],
          );
          expect(told).toEqual(called);
        },
      ),
      { numRuns: 40 },
    );
  });
});
