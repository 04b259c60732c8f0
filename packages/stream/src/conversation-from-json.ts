import { XaiOptionsError } from "@xai-edge/core";
import { type Conversation, type ConversationOptions, createConversation } from "./create-conversation.ts";
import type { AnyAnswer, Protocol, Turn } from "./protocol.ts";
import { fieldsOf, isFields } from "./wire-fields.ts";

/**
 * The conversation that was written as JSON, with fields that this version does not know.
 *
 * @example
 * const conversation = conversationFromJson(chatProtocol, JSON.parse(text), { ask });
 *
 * @throws XaiOptionsError (`invalid_conversation`) for anything but the JSON of a conversation of this protocol.
 */
export function conversationFromJson<Item extends object, Next, Tool, Answer extends AnyAnswer, Event>(
  protocol: Protocol<Item, Next, Tool, Answer>,
  json: unknown,
  options: Pick<ConversationOptions<Item, Next, Answer, Event>, "ask">,
): Conversation<Item, Next, Answer, Event> {
  const { version, protocol: written, turns } = fieldsOf(json);
  if (version !== 1) throw invalid("of version 1", version);
  if (written !== protocol.name) throw invalid(`of the protocol ${protocol.name}`, written);
  if (!Array.isArray(turns)) throw invalid("with a list of turns", turns);
  turns.forEach(checkTurn);
  return createConversation(protocol, { ...options, turns: turns as readonly Turn<Item>[] });
}

function checkTurn(turn: unknown, at: number): void {
  const { kind, items, id } = fieldsOf(turn);
  if (kind !== "input" && kind !== "answer") throw invalid(`with input or answer as turns[${at}].kind`, kind);
  if (id !== undefined && typeof id !== "string") throw invalid(`with a text as turns[${at}].id`, id);
  if (!Array.isArray(items) || !items.every(isFields)) {
    throw invalid(`with a list of objects as turns[${at}].items`, items);
  }
}

/** Says only what kind of thing a value is that is long: conversations are nobody else's business. */
function invalid(expected: string, given: unknown): XaiOptionsError {
  const said = typeof given === "object" && given !== null ? "another" : String(given).slice(0, 40);
  return new XaiOptionsError(`Expected a conversation ${expected}, got ${said}`, "invalid_conversation");
}
