import { describe, expect, it } from "vitest";
import { readModels } from "../budget/models.ts";
import { settingsOf } from "../config/settings.ts";
import { readPolicy } from "../policy/policy.ts";
import { createClientCheck, type EventRules } from "./check-client-event.ts";
import { readRealtimeConfig } from "./realtime-config.ts";

const isModel = (): boolean => true;
const rulesOf = (env: Readonly<Record<string, string>> = {}): EventRules => ({
  policy: readPolicy(settingsOf(env), isModel),
  caller: { subject: "ada", proof: "client_key" },
  realtime: readRealtimeConfig(settingsOf({}), isModel),
  model: "grok-voice-latest",
  tools: new Set(["function"]),
  ownVoices: new Set(["voice_1"]),
  findModel: readModels(settingsOf({})).find,
});
const checkClientEvent = (text: string, rules: EventRules): unknown => createClientCheck(rules)(text);
const say = (item: unknown): string => JSON.stringify({ type: "conversation.item.create", item });
const update = (session: object): string => JSON.stringify({ type: "session.update", session });

it("a caller's own voice passes, and nobody else's", () => {
  expect(checkClientEvent(update({ voice: "voice_1" }), rulesOf())).toBe(update({ voice: "voice_1" }));
  expect(() => checkClientEvent(update({ voice: "voice_2" }), rulesOf())).toThrow("nothing of yours");
});

it("a model that writes down what is heard has a price for that, and is one of MODELS, where that is set", () => {
  const hearing = (model: string): string => update({ audio: { input: { transcription: { model } } } });
  const text = hearing("grok-voice-transcribe-2.0");
  expect(checkClientEvent(text, rulesOf())).toBe(text);
  expect(() => checkClientEvent(text, rulesOf({ MODELS: "grok-voice-latest" }))).toThrow("transcription");
  for (const model of ["grok-4", "no-such-model", "toString"]) {
    expect(() => checkClientEvent(hearing(model), rulesOf())).toThrow("transcription");
    expect(() => checkClientEvent(hearing(model), rulesOf({ MODELS: model }))).toThrow("transcription");
  }
});

describe("an item", () => {
  const words = [{ type: "input_text", text: "Hello" }];

  it.each([
    { type: "message", id: "item_1", object: "realtime.item", role: "user", content: words },
    { type: "message", role: "user", content: [{ type: "input_audio", audio: "eA==" }] },
    { type: "message", role: "assistant", content: [{ type: "output_audio", transcript: "Hi" }] },
    { type: "function_call", call_id: "call_1", name: "weather", arguments: "{}" },
    { type: "function_call_output", call_id: "call_1", output: "{}" },
  ])("passes as it is: %o", (item) => {
    expect(checkClientEvent(say(item), rulesOf())).toBe(say(item));
  });

  it.each([
    null,
    "message",
    [],
    {},
    { type: ["message"], id: "item_1" },
    { type: "Message", role: "user", content: words },
    { type: "message", role: "user", content: words, tools: [{ type: "web_search" }] },
    { type: "message", role: "user", content: words, session: { model: "grok-4" } },
    { type: "message", role: "user", content: [{ type: "input_image", image_url: "https://x" }] },
    { type: "function_call_output", call_id: "call_1", output: { file_id: "file_1" } },
  ])("is refused that has more, or is of another type: %o", (item) => {
    expect(() => checkClientEvent(say(item), rulesOf())).toThrow(/^Expected item|Unknown field in item/);
  });

  it("of a new type passes where new fields may, but names nothing", () => {
    const rules = rulesOf({ POLICY: JSON.stringify({ allowUnknownFields: true }) });
    expect(checkClientEvent(say({ type: "note", text: "x" }), rules)).toBe(say({ type: "note", text: "x" }));
    for (const item of [
      { type: "item_reference", id: "x" },
      { type: ["message"], id: "x" },
    ]) {
      expect(() => checkClientEvent(say(item), rules)).toThrow("item.id");
    }
    const own = { type: "message", role: "user", content: words, id: "x", more: 1 };
    expect(checkClientEvent(say(own), rules)).toBe(say(own));
  });
});

describe("a function", () => {
  const tool = { type: "function", name: "weather" };

  it("passes with parameters and without", () => {
    for (const one of [
      tool,
      { ...tool, description: "Tells", parameters: { properties: { file_id: "x" } } },
    ]) {
      expect(checkClientEvent(update({ tools: [one] }), rulesOf())).toBe(update({ tools: [one] }));
    }
  });

  it.each([{ server_url: "https://x" }, { vector_store_ids: ["a"] }, { name: 5 }, { parameters: [] }])(
    "has nothing of another tool: %o",
    (more) => {
      expect(() => checkClientEvent(update({ tools: [{ ...tool, ...more }] }), rulesOf())).toThrow(
        "tools[0]",
      );
    },
  );
});

describe("bytes", () => {
  const encoder = new TextEncoder();
  const bytesOf = (text: string): ArrayBuffer => encoder.encode(text).buffer;
  const hear = (transport: string): string => update({ audio: { input: { transport } } });
  const sound = new Uint8Array([0, 1, 2]).buffer;

  it("pass while the client's sound is to come so", () => {
    const check = createClientCheck(rulesOf());
    expect(() => check(sound)).toThrow("Expected bytes only after");
    check(update({ audio: { output: { transport: "binary" } } }));
    expect(() => check(sound)).toThrow("Expected bytes only after");
    check(hear("binary"));
    check(update({ instructions: "Be brief" }));
    expect(check(sound)).toBe(sound);
    expect(check(new ArrayBuffer(0))).toEqual(new ArrayBuffer(0));
    check(hear("json"));
    expect(() => check(sound)).toThrow("Expected bytes only after");
  });

  it.each(["", " \r\n\t", "\uFEFF", "\uFEFF\n"])(
    "that are an event behind %j are checked like one, and go on as one",
    (blank) => {
      const check = createClientCheck(rulesOf());
      check(hear("binary"));
      expect(check(bytesOf(blank + hear("binary")))).toBe(hear("binary"));
      expect(() => check(bytesOf(blank + update({ model: "grok-4" })))).toThrow("model");
    },
  );

  it("that only begin like an event are sound", () => {
    const check = createClientCheck(rulesOf());
    check(hear("binary"));
    for (const text of ["{", '{"type"', "{}\u0000", "[{}]", " "]) {
      expect(new Uint8Array(check(bytesOf(text)) as ArrayBuffer)).toEqual(encoder.encode(text));
    }
  });
});

it("an event that is nested deeper than the stack is refused", () => {
  const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  const rules = rulesOf({ POLICY: JSON.stringify({ allowUnknownFields: true }) });
  expect(() => checkClientEvent(`{"type":"brand.new","more":${deep}}`, rules)).toThrow("nested");
});
