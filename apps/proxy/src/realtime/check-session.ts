import { ModelRequest, RealtimeSession } from "@xai-edge/schema/shapes";
import type { PricedModel } from "../budget/model-price.ts";
import { ProxyError } from "../http/proxy-error.ts";
import { checkSchema } from "../policy/check-schema.ts";
import { idsInBody } from "../policy/ids-in-body.ts";
import { type Fields, isFields } from "../policy/parse-json.ts";
import { mayUse, type ModelRules } from "./voice-model.ts";

/** What the settings of a conversation are held to. */
export interface SessionRules extends ModelRules {
  /** The only model that settings may name. */
  readonly model: string;
  /** Types of tools that they may bring. */
  readonly tools: ReadonlySet<string>;
  /** A model by name or alias; undefined when it has no price. */
  readonly findModel: (name: string) => PricedModel | undefined;
}

/** Throws for settings that the API's schema or the policy does not let pass. */
export function checkSession(session: unknown, rules: SessionRules, name: "session" | "response"): void {
  checkSchema({ [name]: RealtimeSession }, { [name]: session }, rules.policy);
  if (!isFields(session)) return;
  const { model, tools, resumption } = session;
  if (model !== undefined && model !== rules.model) {
    throw new ProxyError(
      403,
      "model_not_allowed",
      "Expected settings to name no other model than the address.",
    );
  }
  checkTools(tools, rules);
  const { max_output_tokens: most } = session;
  if (most !== undefined) session["max_output_tokens"] = lower(most, rules.policy.maxOutputTokens);
  // A conversation that is kept belongs to the key: whoever knows its name could go on with it.
  if (isFields(resumption) && resumption["enabled"] !== false) {
    throw new ProxyError(403, "not_allowed", "Expected no resumption.");
  }
  const { transcription } = settingsOfInput(session);
  const listener = isFields(transcription) ? transcription["model"] : undefined;
  if (listener !== undefined && !(mayUse(listener, rules) && isTranscriber(listener, rules))) {
    throw new ProxyError(403, "model_not_allowed", "This model of transcription is not among those allowed.");
  }
}

function lower(most: unknown, bound: number): number {
  return typeof most === "number" ? Math.min(most, bound) : bound;
}

/** Ids of what a conversation itself has, which no other can name. */
const harmless: ReadonlySet<string> = new Set([
  "event_id",
  "item_id",
  "previous_item_id",
  "response_id",
  "item.call_id",
]);

/** Throws when an event names anything that belongs to the key, except custom voices that are the caller's own. */
export function checkIds(
  event: Fields,
  { policy, ownVoices }: SessionRules & { readonly ownVoices: ReadonlySet<string> },
): void {
  const { allowUnknownFields } = policy;
  const ids = idsInBody(event, { allowUnknownFields, harmless });
  const isOwn = ids.every(({ kind, id }) => kind === "voice" && ownVoices.has(id));
  if (!isOwn) throw new ProxyError(404, "not_found", "There is nothing of yours with this id.");
}

/** They are the tools of a response; a function without parameters may leave them out here. */
function checkTools(tools: unknown, { tools: types, policy }: SessionRules): void {
  if (!Array.isArray(tools)) return;
  for (const tool of tools) {
    const type: unknown = isFields(tool) ? tool["type"] : undefined;
    if (typeof type !== "string" || !types.has(type)) {
      const isDear = typeof type === "string" && policy.tools.has(type);
      const message = isDear
        ? `Expected no ${type}: under a budget, nothing bounds its cost in a conversation.`
        : `Expected tools of these types alone: ${[...types].join(", ") || "none"}.`;
      throw new ProxyError(403, "not_allowed", message);
    }
  }
  const written = tools.map((tool: Fields) =>
    tool["type"] === "function" ? { parameters: {}, ...tool } : tool,
  );
  checkSchema(ModelRequest, { model: "", input: "", tools: written }, policy);
}

/** Whether a model is one that sound is heard by. */
function isTranscriber(name: unknown, { findModel }: SessionRules): boolean {
  return typeof name === "string" && findModel(name)?.usdPerAudioMinute !== undefined;
}

/** What settings say of the client's sound. */
export function settingsOfInput(session: unknown): Fields {
  const audio = isFields(session) ? session["audio"] : undefined;
  const input = isFields(audio) ? audio["input"] : undefined;
  return isFields(input) ? input : {};
}
