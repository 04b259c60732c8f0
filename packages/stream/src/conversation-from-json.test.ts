import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chatProtocol } from "./chat-protocol.ts";
import { conversationFromJson } from "./conversation-from-json.ts";
import { createConversation } from "./create-conversation.ts";
import { responseProtocol } from "./response-protocol.ts";
import { storedResponseProtocol } from "./stored-response-protocol.ts";

const ask = (): never => expect.fail();
const written = {
  version: 1,
  protocol: "chat",
  turns: [{ kind: "input", items: [{ role: "user", content: "One" }] }],
};

describe("a conversation", () => {
  it("comes back from JSON without loss, with fields that nobody knows", () => {
    const turn = fc.record(
      {
        kind: fc.constantFrom("input" as const, "answer" as const),
        id: fc.string(),
        items: fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 4 }),
        added_by_a_later_version: fc.jsonValue(),
      },
      { requiredKeys: ["kind", "items"] },
    );
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 6 }), (turns) => {
        // What JSON itself cannot tell apart, such as -0, is not told apart here.
        const plain = JSON.parse(JSON.stringify(turns));
        const conversation = createConversation(responseProtocol, { ask, turns: plain });
        const text = JSON.stringify(conversation);
        const copy = conversationFromJson(responseProtocol, JSON.parse(text), { ask });
        expect(JSON.stringify(copy)).toBe(text);
        expect(copy.turns).toEqual(plain);
        expect(copy.next("Go on")).toEqual(conversation.next("Go on"));
      }),
    );
  });

  it("that was stored by the server can go on without that, and the other way round", () => {
    const stored = createConversation(storedResponseProtocol, { ask });
    stored.addInput("One");
    stored.addAnswer({ id: "resp_1", object: "response", model: "grok-4", status: "completed", output: [] });
    const replayed = conversationFromJson(responseProtocol, stored.toJSON(), { ask });
    expect(replayed.next("Two").input).toHaveLength(2);
    const again = conversationFromJson(storedResponseProtocol, replayed.toJSON(), { ask });
    expect(again.next("Two")).toMatchObject({ previous_response_id: "resp_1", input: [{ content: "Two" }] });
  });

  it("goes its own way after that", () => {
    const conversation = conversationFromJson(chatProtocol, written, { ask });
    conversation.addInput("Two");
    expect(conversation.turns).toHaveLength(2);
    expect(written.turns).toHaveLength(1);
  });
});

describe("what is no conversation", () => {
  const turn = { kind: "input", items: [] };
  it.each<[message: string, json: unknown]>([
    ["of version 1, got undefined", "text"],
    ["of version 1, got undefined", null],
    ["of version 1, got undefined", []],
    ["of version 1, got 2", { ...written, version: 2 }],
    ["of the protocol chat, got responses", { ...written, protocol: "responses" }],
    ["with a list of turns, got undefined", { version: 1, protocol: "chat" }],
    ["with a list of turns, got another", { ...written, turns: {} }],
    ["with input or answer as turns[1].kind, got user", { ...written, turns: [turn, { kind: "user" }] }],
    ["with input or answer as turns[0].kind, got undefined", { ...written, turns: [null] }],
    ["with a text as turns[0].id, got 7", { ...written, turns: [{ ...turn, id: 7 }] }],
    ["with a list of objects as turns[0].items, got undefined", { ...written, turns: [{ kind: "answer" }] }],
    [
      "with a list of objects as turns[0].items, got another",
      { ...written, turns: [{ ...turn, items: ["a"] }] },
    ],
  ])("is refused: %s", (message, json) => {
    expect(() => conversationFromJson(chatProtocol, json, { ask })).toThrow(
      expect.objectContaining({
        kind: "options",
        code: "invalid_conversation",
        message: `Expected a conversation ${message}`,
      }),
    );
  });

  it("is not repeated at length", () => {
    const json = { ...written, protocol: "secret ".repeat(100) };
    expect(() => conversationFromJson(chatProtocol, json, { ask })).toThrow(/^.{1,100}$/);
  });
});
