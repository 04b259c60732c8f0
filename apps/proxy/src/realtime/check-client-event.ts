import { ProxyError } from "../http/proxy-error.ts";
import { type Fields, isFields } from "../policy/parse-json.ts";
import { checkIds, checkSession, type SessionRules } from "./check-session.ts";

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
const itemTypes = ["message", "function_call", "function_call_output"];

/**
 * One event of a client, held to the policy and written anew: of what stands twice, or is spelled in two ways, the upstream gets
 * what was looked at. Throws a `ProxyError` for what may not pass.
 */
export function checkClientEvent(text: string, rules: EventRules): string {
  const event = parse(text);
  try {
    checkEvent(event, rules);
    return JSON.stringify(event);
  } catch (error) {
    // Nested deeper than the stack is.
    if (error instanceof RangeError) throw invalid("Expected an event that is not nested so deeply.");
    throw error;
  }
}

function checkEvent(event: Fields, rules: EventRules): void {
  const { type, session, response, item } = event;
  if (typeof type !== "string") throw invalid("Expected an event to have a type.");
  const fields = Object.hasOwn(events, type) ? events[type] : undefined;
  if (!rules.policy.allowUnknownFields) {
    if (fields === undefined) throw invalid("Expected an event of a known type.");
    const isKnown = Object.keys(event).every(
      (name) => /^(type|event_id)$/.test(name) || fields.includes(name),
    );
    if (!isKnown) throw invalid(`Expected an event of the type ${type} to have no unknown field.`);
    const isItem = item === undefined || (isFields(item) && itemTypes.includes(String(item["type"])));
    if (!isItem) throw invalid("Expected an item of a known type.");
  }
  // Whichever event they come with.
  if (session !== undefined || type === "session.update") checkSession(session, rules);
  if (response !== undefined && response !== null) checkSession(response, rules);
  checkIds(event, rules);
}

function parse(text: string): Fields {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    // Answered below: the parser's own words would repeat the text.
  }
  if (!isFields(event)) throw new ProxyError(400, "invalid_json", "Expected text to be a JSON object.");
  return event;
}

function invalid(message: string): ProxyError {
  return new ProxyError(400, "invalid_request", message);
}
