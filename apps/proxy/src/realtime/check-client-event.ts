import type { Shape } from "@xai-edge/schema/shapes";
import { ProxyError } from "../http/proxy-error.ts";
import { checkSchema } from "../policy/check-schema.ts";
import { type Fields, isFields } from "../policy/parse-json.ts";
import { parseOrNothing } from "../upstream/parse-or-nothing.ts";
import { checkIds, checkSession, type SessionRules, settingsOfInput } from "./check-session.ts";

/** What the events of a client are held to. */
export interface EventRules extends SessionRules {
  /** The caller's own custom voices. */
  readonly ownVoices: ReadonlySet<string>;
}

/** The fields of each event of a client, beside `type` and `event_id`. */
const events: Readonly<Record<string, readonly string[]>> = {
  "session.update": ["session"],
  "input_audio_buffer.append": ["audio"],
  "input_audio_buffer.commit": [],
  "input_audio_buffer.clear": [],
  "conversation.item.create": ["item", "previous_item_id"],
  "conversation.item.truncate": ["item_id", "content_index", "audio_end_ms"],
  "conversation.item.delete": ["item_id"],
  "response.create": ["response"],
  "response.cancel": ["response_id"],
};
const eventShapes = new Map(
  Object.entries(events).map(([type, fields]) => {
    const known = Object.fromEntries(["event_id", ...fields].map((name) => [`${name}??`, "*" as const]));
    return [type, { [type]: { type: "s", ...known } }] as const;
  }),
);
const anyItem = { "id??": "s", "object??": "s", "status??": "s" } as const;
/** What a client may add to a conversation. */
const Item: Shape = [
  "union",
  "type",
  [
    {
      ...anyItem,
      type: ["=", "message"],
      role: "s",
      content: ["array", { type: "s", "text??": "s", "audio??": "s", "transcript??": "s" }],
    },
    { ...anyItem, type: ["=", "function_call"], call_id: "s", name: "s", arguments: "s" },
    { ...anyItem, type: ["=", "function_call_output"], call_id: "s", output: "s" },
  ],
];
const itemTypes: readonly unknown[] = ["message", "function_call", "function_call_output"];

/** What of a client's may go on to the upstream; throws a `ProxyError` for what may not. */
export type ClientCheck = (data: string | ArrayBuffer) => string | ArrayBuffer;

/**
 * Checks what the client of one conversation sends. Events are held to the policy and written anew: of what stands twice, or is
 * spelled in two ways, the upstream gets what was looked at. Bytes pass once the client's sound is to come so, unless they are an
 * event themselves.
 */
export function createClientCheck(rules: EventRules): ClientCheck {
  let isSoundBytes = false;
  const checkText = (text: string): string => {
    const event = parse(text);
    try {
      checkEvent(event, rules);
      const written = JSON.stringify(event);
      const { transport } = settingsOfInput(event["session"]);
      if (transport !== undefined) isSoundBytes = transport === "binary";
      return written;
    } catch (error) {
      // Nested deeper than the stack is.
      if (error instanceof RangeError) throw invalid("Expected an event that is not nested so deeply.");
      throw error;
    }
  };
  return (data) => {
    const text = typeof data === "string" ? data : eventIn(data);
    if (text !== undefined) return checkText(text);
    if (isSoundBytes) return data;
    throw invalid("Expected bytes only after audio.input.transport was set to binary.");
  };
}

/**
 * What a client is told of an event that is not passed on, while the conversation goes on; undefined for what ends it: that the policy
 * forbids it, or that it is no event.
 */
export function errorEventFor(
  { status, code, message }: ProxyError,
  data: string | ArrayBuffer,
): string | undefined {
  if (status !== 400 || code === "invalid_json") return undefined;
  const event = typeof data === "string" ? parseOrNothing(data) : undefined;
  // Left out where the event has none.
  const event_id = isFields(event) ? event["event_id"] : undefined;
  const error = { type: "invalid_request_error", code, message, event_id };
  return JSON.stringify({ type: "error", event_id: crypto.randomUUID(), error });
}

const decoder = new TextDecoder();
const blanks = [9, 10, 13, 32];
const brace = 123;

/** The text of bytes that whoever does not heed the kind of a frame could take for an event. */
function eventIn(data: ArrayBuffer): string | undefined {
  const bytes = new Uint8Array(data);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  let at = hasMark ? 3 : 0;
  while (blanks.includes(bytes[at] ?? brace)) at++;
  if (bytes[at] !== brace) return undefined;
  const text = decoder.decode(bytes);
  return isFields(parseOrNothing(text)) ? text : undefined;
}

function checkEvent(event: Fields, rules: EventRules): void {
  const { type, session, response, item } = event;
  if (typeof type !== "string") throw invalid("Expected an event to have a type.");
  if (!rules.policy.allowUnknownFields) {
    const shape = eventShapes.get(type);
    if (shape === undefined) throw invalid("Expected an event of a known type.");
    checkSchema(shape, { [type]: event }, rules.policy);
  }
  const isNew = !isFields(item) || !itemTypes.includes(item["type"]);
  if (item !== undefined && !(isNew && rules.policy.allowUnknownFields))
    checkSchema({ item: Item }, { item }, rules.policy);
  // Whichever event they come with.
  if (session !== undefined || type === "session.update") checkSession(session, rules, "session");
  if (response !== undefined && response !== null) checkSession(response, rules, "response");
  // The id of an item that comes whole is no other's.
  checkIds(isNew ? event : { ...event, item: { ...item, id: undefined } }, rules);
}

function parse(text: string): Fields {
  const event = parseOrNothing(text);
  if (!isFields(event)) throw new ProxyError(400, "invalid_json", "Expected text to be a JSON object.");
  return event;
}

function invalid(message: string): ProxyError {
  return new ProxyError(400, "invalid_request", message);
}
