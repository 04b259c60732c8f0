import {
  type StandardSchema,
  type Wire,
  XaiOptionsError,
  XaiProtocolError,
  XaiStructuredOutputError,
} from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk, chunkOf } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { piecesOf } from "./fixtures/json-texts.ts";
import { eventsOfItem, responseOf, streamOf } from "./fixtures/response-events.ts";
import { XaiJsonError } from "./json-error.ts";
import { jsonOf } from "./json-of.ts";
import type { JsonPart } from "./json-parser.ts";
import { textOf } from "./text-of.ts";
import { toolCallDeltasOf } from "./tool-call-deltas-of.ts";

interface Person {
  name: string;
  age: number;
}

/** Takes objects with a name, and makes a number of the age. */
const person: StandardSchema<{ name: string; age: string }, Person> = {
  "~standard": {
    version: 1,
    vendor: "by hand",
    async validate(value) {
      const { name, age } = Object(value) as Record<string, unknown>;
      if (typeof name === "string") return { value: { name, age: Number(age) } };
      return { issues: [{ message: "Expected a name", path: [{ key: "name" }] }] };
    },
  },
};

const ada = '{"name":"Ada","age":"36"}';

describe("jsonOf", () => {
  it("gives the value after each piece, as soon as there is one", async () => {
    const stages: unknown[] = [];
    const value = jsonOf(eventsOf([" ", '{"name', '":"A', "da", '","age":"3', '6"}', "\n"]));
    expect(value.value).toBeUndefined();
    for await (const one of value) {
      expect(one).toBe(value.value);
      stages.push(structuredClone(one));
    }
    expect(stages).toEqual([
      {},
      { name: "A" },
      { name: "Ada" },
      { name: "Ada", age: "3" },
      { name: "Ada", age: "36" },
      { name: "Ada", age: "36" },
    ]);
  });

  it("has the whole value in the end, also when nothing iterates, as often as it is asked for", async () => {
    const value = jsonOf(eventsOf(piecesOf(ada, [4])));
    const whole = await value.final();
    expect(whole).toEqual({ name: "Ada", age: "36" });
    expect(await value.final()).toBe(whole);
    await expect(collect(value)).rejects.toThrow(XaiOptionsError);
  });

  it("has a number of which nothing shows before the end", async () => {
    const value = jsonOf(eventsOf(["1", "2"]));
    expect(await collect(value)).toEqual([]);
    expect(await value.final()).toBe(12);
  });

  it("has what the schema makes of the whole value", async () => {
    const value = jsonOf(eventsOf(piecesOf(ada, [4])), { schema: person });
    for await (const { age = "" } of value) expect(age).toBeTypeOf("string");
    expect(await value.final()).toEqual({ name: "Ada", age: 36 });
  });

  it("rejects a whole value that does not fit the schema, with what is wrong and where", async () => {
    const text = '{"title":"Ada"}';
    const value = jsonOf(eventsOf([text]), { schema: person });
    expect(await collect(value)).toEqual([{ title: "Ada" }]);
    const error: unknown = await value.final().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(XaiStructuredOutputError);
    expect(error).toMatchObject({
      code: "schema_mismatch",
      issues: [{ message: "Expected a name", path: ["name"] }],
      text,
    });
  });

  it("throws at once where the text is no JSON, closes the source, and keeps what came before", async () => {
    const source = eventsOf(['{"name":"A', "da\n", '"}'], { isSilent: true });
    const value = jsonOf(source, { schema: person });
    const reading = collect(value);
    await expect(reading).rejects.toMatchObject({ code: "invalid_json", offset: 12 });
    await expect(value.final()).rejects.toBeInstanceOf(XaiJsonError);
    expect(source.isClosed()).toBe(true);
    expect(value.value).toEqual({ name: "Ada" });
  });

  it("throws when the text ends too early", async () => {
    for (let length = 0; length < ada.length; length += 1) {
      const value = jsonOf(eventsOf(piecesOf(ada.slice(0, length), [3])));
      await expect(value.final()).rejects.toMatchObject({ code: "truncated_json", offset: length });
      const iterated = jsonOf(eventsOf(piecesOf(ada.slice(0, length), [3])));
      await expect(collect(iterated)).rejects.toMatchObject({ code: "truncated_json" });
    }
  });

  it("throws what the source throws", async () => {
    const failure = new Error("the line is dead");
    const value = jsonOf(eventsOf(piecesOf(ada.slice(0, 11), [4]), { failure }));
    await expect(collect(value)).rejects.toBe(failure);
    await expect(value.final()).rejects.toBe(failure);
    expect(value.value).toEqual({ name: "Ad" });
  });

  it("closes the source when its reader leaves, also while it is silent", async () => {
    const left = eventsOf(piecesOf(ada, [4]));
    const value = jsonOf(left);
    for await (const _ of value) break;
    expect(left.isClosed()).toBe(true);
    await expect(value.final()).rejects.toMatchObject({ name: "AbortError" });

    const silent = eventsOf(["{"], { isSilent: true });
    const iterator = jsonOf(silent)[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: {} });
    const waiting = iterator.next();
    await iterator.return?.();
    expect(silent.isClosed()).toBe(true);
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it("answers calls that do not wait for each other in their order", async () => {
    const iterator = jsonOf(eventsOf([" ", '"a', "b", "c", '"']))[Symbol.asyncIterator]();
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map(() => iterator.next()));
    expect(results.map(({ value }) => value)).toEqual(["a", "ab", "abc", "abc", undefined, undefined]);
  });

  it("tells of the parts as they are completed", async () => {
    const items: JsonPart[] = [];
    await jsonOf(eventsOf(["[1,", "[2]]"]), { onItem: (item) => items.push(item) }).final();
    expect(items).toEqual([
      { path: [0], value: 1 },
      { path: [1, 0], value: 2 },
      { path: [1], value: [2] },
    ]);
  });
});

describe("the JSON of an answer", () => {
  it("is read from the text of a chat", async () => {
    const chunks = piecesOf(ada, [4]).map((content) => chatChunk({ content }));
    const whole = [...chunks, chatChunk({}, { finish_reason: "stop" })];
    expect(await jsonOf(textOf(eventsOf(whole)), { schema: person }).final()).toEqual({
      name: "Ada",
      age: 36,
    });
    const cut = jsonOf(textOf(eventsOf(chunks)), { schema: person });
    await expect(cut.final()).rejects.toThrow(XaiProtocolError);
    expect(cut.value).toEqual({ name: "Ada", age: "36" });
  });

  it("is read from the text of a response", async () => {
    const message: Wire.OutputMessage = {
      id: "msg_0",
      type: "message",
      role: "assistant",
      content: [{ type: "output_text", text: ada, logprobs: [], annotations: [] }],
      status: "completed",
    };
    const events = streamOf(
      responseOf([message]),
      eventsOfItem(message, 0, (text) => piecesOf(text, [4])),
    );
    expect(await jsonOf(textOf(eventsOf(events))).final()).toEqual({ name: "Ada", age: "36" });
  });

  it("is read from the arguments of a tool call as they grow", async () => {
    const call = { id: "call_1", type: "function", function: { name: "greet", arguments: "" } } as const;
    const chunks = [
      chatChunk({ tool_calls: [{ index: 0, ...call }] }),
      ...piecesOf(ada, [2]).map((piece) =>
        chunkOf([
          {
            index: 0,
            delta: { tool_calls: [{ index: 0, id: "call_1", function: { name: "", arguments: piece } }] },
          },
        ]),
      ),
      chatChunk({}, { finish_reason: "tool_calls" }),
    ];
    async function* argumentsOf(): AsyncGenerator<string> {
      for await (const { delta } of toolCallDeltasOf(eventsOf(chunks))) yield delta;
    }
    const value = jsonOf(argumentsOf(), { schema: person });
    const names: (string | undefined)[] = [];
    for await (const { name } of value) names.push(name);
    expect(names).toContain("A");
    expect(await value.final()).toEqual({ name: "Ada", age: 36 });
  });
});
