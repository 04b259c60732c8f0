import { createXai, type Wire, type Xai } from "@xai-edge/core";
import { type AnswerScript, createMockXai, type MockXai } from "@xai-edge/mock";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { chatProtocol } from "./chat-protocol.ts";
import { compactTurns } from "./compact-turns.ts";
import { createConversation } from "./create-conversation.ts";
import { createTool } from "./create-tool.ts";
import { createToolbox } from "./create-toolbox.ts";
import { chatChunk } from "./fixtures/chat-chunks.ts";
import { eventsOf } from "./fixtures/events-of.ts";
import { foldChat } from "./fold-chat.ts";
import { foldMessage } from "./fold-message.ts";
import { foldResponse } from "./fold-response.ts";
import { messageProtocol } from "./message-protocol.ts";
import { responseProtocol } from "./response-protocol.ts";
import { runTools } from "./run-tools.ts";
import { storedResponseProtocol } from "./stored-response-protocol.ts";
import { textOf } from "./text-of.ts";
import { trimTurns } from "./trim-turns.ts";

let serial = 0;
/** Answers what it was asked, with a number that tells one answer from another. */
const numbered: AnswerScript = ({ text }) => ({
  reasoning: "Hm.",
  text: `${text} is answered, ${(serial += 1)}`,
});

function simulate(answer: AnswerScript = numbered): { mock: MockXai; xai: Xai } {
  const mock = createMockXai({ answer });
  return { mock, xai: createXai({ baseURL: "http://localhost/v1", fetch: mock.fetch, maxRetries: 0 }) };
}

const overChat = (xai: Xai) =>
  createConversation(chatProtocol, {
    ask: async (next, options) =>
      foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options)),
  });
const overResponses = (xai: Xai) =>
  createConversation(responseProtocol, {
    ask: async (next, options) =>
      foldResponse(
        await xai.responses.create({ model: "grok-4", instructions: "Be brief.", ...next }, options),
      ),
  });
const overStored = (xai: Xai) =>
  createConversation(storedResponseProtocol, {
    ask: async (next, options) =>
      foldResponse(
        await xai.responses.create({ model: "grok-4", instructions: "Be brief.", ...next }, options),
      ),
  });
const overMessages = (xai: Xai) =>
  createConversation(messageProtocol, {
    ask: async (next, options) =>
      foldMessage(await xai.messages.create({ model: "grok-4", max_tokens: 500, ...next }, options)),
  });

/** The bodies of the requests that the simulator got. */
function bodiesOf(mock: MockXai): Record<string, unknown>[] {
  return mock.requests.map(({ body }) => Object(body));
}

describe.each([
  ["chat", overChat],
  ["responses", overResponses],
  ["stored responses", overStored],
  ["messages", overMessages],
])("a conversation over %s", (_name, start) => {
  it("is continued with all that was said", async () => {
    const { xai, mock } = simulate(({ body, text }) =>
      text === "What was it?" && JSON.stringify(body).includes("apples")
        ? "Apples"
        : { reasoning: "Hm.", text: "Noted" },
    );
    const conversation = start(xai);
    await conversation.send("Remember apples").final();
    const { id } = await conversation.send("What was it?").final();
    expect(conversation.turns.map(({ kind }) => kind)).toEqual(["input", "answer", "input", "answer"]);
    expect(conversation.turns.at(-1)?.id).toBe(id);
    expect(mock.requests.map(({ status }) => status)).toEqual([200, 200]);
    // What is stored comes with the id, and not with the request.
    const last = JSON.stringify([bodiesOf(mock)[1], conversation.next("And now?")]);
    expect(last).toMatch(/previous_response_id|apples/);
  });

  it("stays as it was when an answer fails, and can go on", async () => {
    const { xai, mock } = simulate();
    const conversation = start(xai);
    await conversation.send("Remember apples").final();
    const before = conversation.turns;
    mock.failNext({ status: 503 });
    await expect(conversation.send("Remember pears").final()).rejects.toMatchObject({ status: 503 });
    expect(conversation.turns).toBe(before);
    await conversation.send("Remember plums").final();
    expect(JSON.stringify(conversation.turns)).not.toContain("pears");
    expect(conversation.turns).toHaveLength(4);
  });

  it("branches from any turn, and neither branch knows of the other", async () => {
    const { xai } = simulate();
    const conversation = start(xai);
    await conversation.send("One").final();
    await conversation.send("Two").final();
    const branch = conversation.branch(2);
    expect(branch.turns).toEqual(conversation.turns.slice(0, 2));
    await branch.send("Other").final();
    const before = JSON.stringify(conversation);
    for (const { items } of branch.turns)
      for (const item of items) Object.assign(item, { content: "changed" });
    expect(JSON.stringify(conversation)).toBe(before);
    expect(conversation.branch().turns).toEqual(conversation.turns);
    expect(() => conversation.branch(5)).toThrow("Expected count from 0 to 4, got 5");
  });

  it("asks again for the last answer, which is kept until the new one is whole", async () => {
    const { xai, mock } = simulate();
    const conversation = start(xai);
    await conversation.send("One").final();
    await conversation.send("Two").final();
    const before = conversation.turns;
    mock.failNext({ status: 503 });
    await expect(conversation.retryLast().final()).rejects.toMatchObject({ status: 503 });
    expect(conversation.turns).toBe(before);
    const { id } = await conversation.retryLast().final();
    expect(conversation.turns.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(conversation.turns).toHaveLength(4);
    expect(conversation.turns[3]?.id).toBe(id);
    expect(conversation.turns[3]?.items).not.toEqual(before[3]?.items);
    const [, second, , third] = bodiesOf(mock);
    expect(third).toEqual(second);
  });

  it("takes answers that were asked for otherwise, and turns of a run of tools", async () => {
    const { xai } = simulate();
    const conversation = start(xai);
    const other = start(xai);
    const answer = await other.send("One").final();
    conversation.addInput("One");
    conversation.addAnswer(answer as never);
    expect(conversation.turns).toEqual(other.turns);
    conversation.add(...(other.turns as never[]));
    expect(conversation.turns).toHaveLength(4);
  });
});

describe("what a conversation sends", () => {
  it("is over responses all items, with the encrypted reasoning as it came", async () => {
    const { xai, mock } = simulate();
    const conversation = overResponses(xai);
    const { output } = await conversation.send("One").final();
    await conversation.send("Two").final();
    const [, second] = bodiesOf(mock);
    expect(second).toMatchObject({ store: false, include: ["reasoning.encrypted_content"] });
    expect(output[0]).toMatchObject({ type: "reasoning", encrypted_content: expect.any(String) });
    expect(second?.["input"]).toEqual([
      { role: "user", content: "One" },
      ...output,
      { role: "user", content: "Two" },
    ]);
  });

  it("is over stored responses what is new, after the last answer by its id; a branch goes on from its own", async () => {
    const { xai, mock } = simulate();
    const conversation = overStored(xai);
    const first = await conversation.send("One").final();
    const second = await conversation.send("Two").final();
    await conversation.branch(2).send("Other").final();
    await conversation.retryLast().final();
    expect(bodiesOf(mock).map(({ previous_response_id: id, input }) => ({ id, input }))).toEqual([
      { id: undefined, input: [{ role: "user", content: "One" }] },
      { id: first.id, input: [{ role: "user", content: "Two" }] },
      { id: first.id, input: [{ role: "user", content: "Other" }] },
      { id: first.id, input: [{ role: "user", content: "Two" }] },
    ]);
    expect(second.id).not.toBe(first.id);
    // The API takes instructions only where a conversation begins.
    expect(bodiesOf(mock).map(({ instructions }) => instructions)).toEqual([
      "Be brief.",
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("is over stored responses everything again, with instructions, after it was trimmed or compacted", async () => {
    const { xai, mock } = simulate();
    const conversation = overStored(xai);
    await conversation.send("One").final();
    await conversation.send("Two").final();
    await conversation.update((turns) => trimTurns(turns, { maxTokens: 3, count: () => 1 }));
    const { id } = await conversation.send("Three").final();
    await conversation.send("Four").final();
    const [, , third, fourth] = bodiesOf(mock);
    expect(third).toMatchObject({
      instructions: "Be brief.",
      input: [{ content: "Two" }, { type: "reasoning" }, { type: "message" }, { content: "Three" }],
    });
    expect(third).not.toHaveProperty("previous_response_id");
    expect(fourth).toMatchObject({ previous_response_id: id, input: [{ content: "Four" }] });
  });

  it("is what next says, for asking by yourself", async () => {
    const { xai } = simulate();
    const conversation = overChat(xai);
    conversation.addInput([{ role: "system", content: "Be brief." }]);
    const answer = await xai.chat.completions.create({
      model: "grok-4",
      ...conversation.next("One"),
      stream: false,
      stream_options: null,
    });
    conversation.addInput("One");
    conversation.addAnswer(answer);
    expect(conversation.next().messages).toMatchObject([
      { role: "system" },
      { role: "user", content: "One" },
      { role: "assistant", reasoning_content: "Hm." },
    ]);
  });

  it("is after a compaction what that made, the system messages and what is new", async () => {
    const { xai, mock } = simulate();
    const conversation = overResponses(xai);
    conversation.addInput({ role: "system", content: "Answer in rhyme." });
    await conversation.send("One").final();
    await conversation.update((turns) =>
      compactTurns(turns, (input) => xai.responses.compact({ model: "grok-4", input })),
    );
    await conversation.send("Two").final();
    expect(bodiesOf(mock)[1]?.["input"]).toHaveLength(4);
    expect(bodiesOf(mock)[2]?.["input"]).toEqual([
      { type: "compaction", id: expect.stringMatching(/^cmp_/), encrypted_content: expect.any(String) },
      { role: "system", content: "Answer in rhyme." },
      { role: "user", content: "Two" },
    ]);
  });

  it("has the calls and results of a run of tools that was added", async () => {
    const { xai, mock } = simulate(({ body }) =>
      JSON.stringify(body).includes("12:00") ? "Noon" : { toolCalls: [{ name: "clock", arguments: "{}" }] },
    );
    const conversation = overChat(xai);
    const run = runTools(chatProtocol, {
      ask: async (next, options) =>
        foldChat(await xai.chat.completions.create({ model: "grok-4", ...next }, options)),
      toolbox: createToolbox([createTool(z.object({}), { name: "clock", run: () => "12:00" })]),
      after: conversation.turns,
      input: "What time is it?",
    });
    conversation.add(...(await run.final()).turns);
    await conversation.send("Thanks").final();
    expect(bodiesOf(mock)[2]?.["messages"]).toMatchObject([
      { role: "user" },
      { role: "assistant", tool_calls: [{ function: { name: "clock" } }] },
      { role: "tool", content: "12:00" },
      { role: "assistant", content: "Noon" },
      { role: "user", content: "Thanks" },
    ]);
  });
});

describe("an answer under way", () => {
  const halfway = () =>
    eventsOf([chatChunk({ content: "Half of" }), chatChunk({ content: " it" })], { isSilent: true });

  it("streams, and is added once it is whole", async () => {
    const { xai } = simulate(() => "Red and blue");
    const conversation = overChat(xai);
    let text = "";
    for await (const piece of textOf(conversation.send("Colours?"))) {
      expect(conversation.turns).toEqual([]);
      text += piece;
    }
    expect(text).toBe("Red and blue");
    expect(conversation.turns).toMatchObject([
      { kind: "input", items: [{ role: "user", content: "Colours?" }] },
      { kind: "answer", items: [{ role: "assistant", content: "Red and blue" }] },
    ]);
  });

  it("is not in the conversation when it is left, and its stream is closed", async () => {
    const source = halfway();
    const conversation = createConversation(chatProtocol, { ask: () => foldChat(source) });
    for await (const _ of conversation.send("One")) break;
    expect(source.isClosed()).toBe(true);
    expect(conversation.turns).toEqual([]);
    conversation.addInput("Two");
    expect(conversation.turns).toHaveLength(1);
  });

  it("can be kept as far as its text came, when it is aborted, left or cut off", async () => {
    const kept = [
      { kind: "input", items: [{ role: "user", content: "One" }] },
      { kind: "answer", items: [{ role: "assistant", content: "Half of it" }] },
    ];
    const controller = new AbortController();
    const aborted = createConversation(chatProtocol, { ask: () => foldChat(halfway()) });
    const reply = aborted.send("One", { keepPartial: true, signal: controller.signal });
    setTimeout(() => controller.abort("stop"), 5);
    await expect(reply.final()).rejects.toBe("stop");
    expect(aborted.turns).toEqual(kept);

    const left = createConversation(chatProtocol, { ask: () => foldChat(halfway()) });
    let read = 0;
    for await (const _ of left.send("One", { keepPartial: true })) if ((read += 1) === 2) break;
    expect(left.turns).toEqual(kept);

    const call = { id: "c1", type: "function", function: { name: "f", arguments: '{"a' } };
    const cut = createConversation(chatProtocol, {
      ask: () =>
        foldChat(eventsOf([chatChunk({ content: "Half of it" }), chatChunk({ tool_calls: [call] })])),
    });
    await expect(cut.send("One", { keepPartial: true }).final()).rejects.toMatchObject({
      code: "truncated_stream",
    });
    expect(cut.turns).toEqual(kept);
  });

  it("that came whole is kept whole in any case", async () => {
    const { xai } = simulate();
    const conversation = overResponses(xai);
    const { id, output } = await conversation.send("One", { keepPartial: true }).final();
    expect(conversation.turns[1]).toEqual({ kind: "answer", id, items: output });
  });

  it("of which no text came is not kept", async () => {
    const { xai, mock } = simulate();
    const conversation = overResponses(xai);
    mock.failNext({ cutAfterEvents: 2 });
    await expect(conversation.send("One", { keepPartial: true }).final()).rejects.toMatchObject({
      kind: "connection",
    });
    expect(conversation.turns).toEqual([]);
  });

  it("of a response is kept without its thoughts", async () => {
    const { xai, mock } = simulate(() => ({ reasoning: "Hm.", text: ["Half", " of", " it"] }));
    const conversation = overResponses(xai);
    mock.failNext({ cutAfterEvents: 14 });
    const reply = conversation.send("One", { keepPartial: true });
    await expect(reply.final()).rejects.toMatchObject({ kind: "connection" });
    const [, answer] = conversation.turns;
    expect(answer?.items).toEqual([{ role: "assistant", content: expect.stringMatching(/^Half/) }]);
    expect(answer?.id).toBeUndefined();
    expect((await conversation.send("Go on").final()).status).toBe("completed");
  });

  it("has the conversation to itself", async () => {
    const conversation = createConversation(chatProtocol, { ask: () => foldChat(halfway()) });
    const iterator = conversation.send("One")[Symbol.asyncIterator]();
    await iterator.next();
    const busy = expect.objectContaining({ kind: "options", code: "conversation_busy" });
    expect(() => conversation.addInput("Two")).toThrow(busy);
    await expect(conversation.send("Two").final()).rejects.toEqual(busy);
    await expect(conversation.update((turns) => turns)).rejects.toEqual(busy);
    expect(conversation.branch().turns).toEqual([]);
    await iterator.return?.();
    conversation.addInput("Two");
    expect(conversation.turns).toHaveLength(1);
  });

  it("can be asked for again as soon as its end is known", async () => {
    const controller = new AbortController();
    const conversation = createConversation(chatProtocol, { ask: () => foldChat(halfway()) });
    const first = conversation.send("One", { signal: controller.signal });
    const iterator = first[Symbol.asyncIterator]();
    await iterator.next();
    controller.abort("stop");
    await first.final().catch(() => {});
    conversation.addInput("Two");
    expect(conversation.turns).toHaveLength(1);
  });
});

describe("an update", () => {
  it("that fails leaves the turns", async () => {
    const conversation = createConversation(chatProtocol, { ask: (): Wire.ChatResponse => expect.fail() });
    conversation.addInput("One");
    const { turns } = conversation;
    const reason = new Error("no");
    await expect(conversation.update(() => Promise.reject(reason))).rejects.toBe(reason);
    expect(conversation.turns).toBe(turns);
    await conversation.update(() => []);
    expect(conversation.turns).toEqual([]);
  });
});
