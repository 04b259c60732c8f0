import { expect, it } from "vitest";
import { settingsOf } from "../config/settings.ts";
import { readPolicy } from "../policy/policy.ts";
import { checkClientEvent, type EventRules } from "./check-client-event.ts";
import { readRealtimeConfig } from "./realtime-config.ts";

const isModel = (): boolean => true;
const rulesOf = (env: Readonly<Record<string, string>> = {}): EventRules => ({
  policy: readPolicy(settingsOf(env), isModel),
  caller: { subject: "ada", proof: "client_key" },
  realtime: readRealtimeConfig(settingsOf({}), isModel),
  model: "grok-voice-latest",
  tools: new Set(["function"]),
  ownVoices: new Set(["voice_1"]),
});
const update = (session: object): string => JSON.stringify({ type: "session.update", session });

it("a caller's own voice passes, and nobody else's", () => {
  expect(checkClientEvent(update({ voice: "voice_1" }), rulesOf())).toBe(update({ voice: "voice_1" }));
  expect(() => checkClientEvent(update({ voice: "voice_2" }), rulesOf())).toThrow("nothing of yours");
});

it("a model that writes down what is heard has to be one of MODELS, where that is set", () => {
  const text = update({ audio: { input: { transcription: { model: "grok-4" } } } });
  expect(checkClientEvent(text, rulesOf())).toBe(text);
  expect(() => checkClientEvent(text, rulesOf({ MODELS: "grok-voice-latest" }))).toThrow("transcription");
});

it("an event that is nested deeper than the stack is refused", () => {
  const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  const text = `{"type":"conversation.item.create","item":{"type":"message","content":${deep}}}`;
  expect(() => checkClientEvent(text, rulesOf())).toThrow("nested");
});
