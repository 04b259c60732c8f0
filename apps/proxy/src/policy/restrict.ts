import { ProxyError } from "../http/proxy-error.ts";
import { free, type WorstCase } from "./checked-request.ts";
import type { Contents } from "./contents.ts";
import { longestSpeech, maxReplacements } from "./longest-speech.ts";
import { needsOwnership } from "./needs-ownership.ts";
import { type Fields, isFields } from "./parse-json.ts";
import type { Policy } from "./policy.ts";

/** What the policy needs to know of a model. */
export interface ModelFacts {
  /** Tokens that it can read and write in one turn. */
  readonly contextTokens: number;
  /** Whether it thinks before it answers. */
  readonly reasons: boolean;
  /** Whether it is known to leave that be when it is asked to. */
  readonly reasoningCanBeOff?: boolean;
}

export interface Restriction {
  readonly policy: Policy;
  /** The model of the request; it was looked up, and is allowed. */
  readonly model: ModelFacts;
  /** Bytes of the body: no text has more tokens. */
  readonly bodyBytes: number;
  readonly contents: Contents;
}

type Restrict = (body: Fields, restriction: Restriction) => Partial<WorstCase>;

/** An upper bound of the tokens of a picture. */
const tokensPerPicture = 2_000;
/** What the API itself puts around the messages and tools of a request. */
const tokensAround = 2_000;
/** The API makes none that is longer. */
const longestVideoSeconds = 15;
/** The longest video that the API extends; what it edits is shorter. */
const longestSourceSeconds = 30;
/** Calls of xAI's own tools in one turn, which may run several at a time. */
const toolCallsPerTurn = 10;

/** Brings a body, which the schema has passed, into the bounds of the policy, and says what it can use at most then. */
export function restrict(operation: string, body: Fields, restriction: Restriction): Partial<WorstCase> {
  const own = restrictions[operation];
  if (own === undefined) throw new Error("Expected every operation that takes JSON to have a restriction");
  const { policy, contents } = restriction;
  if (contents.misplaced !== undefined) throw notAllowed(`no ${contents.misplaced}`);
  for (const type of contents.toolTypes) {
    if (!policy.tools.has(type)) {
      throw notAllowed(
        `tools of these types alone: ${[...policy.tools].join(", ") || "none"} (POLICY.tools)`,
      );
    }
  }
  checkTier(body);
  return own(body, restriction);
}

const restrictions: Readonly<Record<string, Restrict>> = {
  "chat.completions.create": (body, restriction) => {
    const { policy } = restriction;
    if (body["deferred"] === true && !policy.ownership) throw needsOwnership("deferred");
    askForUsage(body);
    const deprecated = isSet(body, "max_tokens")
      ? bounded(body, "max_tokens", { max: policy.maxOutputTokens })
      : undefined;
    delete body["max_tokens"];
    body["max_completion_tokens"] ??= deprecated;
    // Its bound is one of visible output: calls of functions, like thoughts, may be as long as they like.
    const isBounded = restriction.contents.toolTypes.size === 0;
    return textCost(body, restriction, { limit: "max_completion_tokens", isBounded });
  },
  "responses.create": (body, restriction) => {
    const { policy, contents } = restriction;
    refuse(body, "background");
    if (usesServerTools(contents) || isSet(body, "max_turns"))
      bounded(body, "max_turns", { max: policy.maxTurns });
    if (!policy.ownership) {
      body["store"] = false;
      if (isSet(body, "previous_response_id")) throw needsOwnership("previous_response_id");
    }
    return textCost(body, restriction, { limit: "max_output_tokens" });
  },
  "responses.compact": (body, restriction) => textCost(body, restriction, {}),
  "messages.create": (body, restriction) => textCost(body, restriction, { limit: "max_tokens" }),
  "completions.create": (body, restriction) => {
    const { maxChoices } = restriction.policy;
    const { prompt } = body;
    const prompts = Array.isArray(prompt) ? prompt.length : 1;
    if (prompts < 1 || prompts > maxChoices)
      throw notAllowed(`at least one prompt, and at most ${maxChoices} (POLICY.maxChoices)`);
    askForUsage(body);
    const choices = ["n", "best_of"].map((field) => choicesOf(body, Math.floor(maxChoices / prompts), field));
    return textCost(body, restriction, { limit: "max_tokens", prompts, choices: Math.max(...choices) });
  },
  "complete.create": (body, restriction) => textCost(body, restriction, { limit: "max_tokens_to_sample" }),
  "embeddings.create": (_, { bodyBytes }) => ({ inputTokens: bodyBytes }),
  "tokenize.create": () => free,
  "images.generate": images,
  "images.edit": images,
  "videos.generate": (body, restriction) => videos(body, restriction, 8),
  "videos.edit": (body, restriction) => videos(body, restriction),
  "videos.extend": (body, restriction) => videos(body, restriction, 6),
  "tts.create": (body, { policy }) => {
    const { text, replace } = body;
    const max = policy.maxSpeechCharacters;
    if (isFields(replace) && Object.keys(replace).length > maxReplacements)
      throw notAllowed(`at most ${maxReplacements} replacements`);
    const characters = longestSpeech(String(text), replace, max);
    if (characters > max) {
      const message = `Expected text of at most ${max} characters, replacements included (POLICY.maxSpeechCharacters).`;
      throw new ProxyError(400, "invalid_request", message);
    }
    return { speechCharacters: characters };
  },
  "customVoices.update": () => free,
};

function images(body: Fields, { policy, bodyBytes, contents }: Restriction): Partial<WorstCase> {
  const wanted = bounded(body, "n", { max: policy.maxChoices, usual: 1 });
  if (body["deferred"] === true && !policy.ownership) throw needsOwnership("deferred");
  refuseStorage(body, policy);
  return { images: wanted, ...madeOf(body, bodyBytes, contents) };
}

/** A video whose length is not asked for has the API's usual one; where nothing can ask for it, it is that of what is edited. */
function videos(
  body: Fields,
  { policy, bodyBytes, contents }: Restriction,
  usualSeconds?: number,
): Partial<WorstCase> {
  refuseStorage(body, policy);
  const seconds =
    usualSeconds === undefined
      ? longestVideoSeconds
      : bounded(body, "duration", { max: policy.maxVideoSeconds, usual: usualSeconds });
  return { videoSeconds: seconds, ...madeOf(body, bodyBytes, contents) };
}

/** What is read to make a picture or a video. */
function madeOf(body: Fields, bodyBytes: number, { media }: Contents): Partial<WorstCase> {
  return {
    sources: isSet(body, "video") ? longestSourceSeconds : media,
    inputTokens: bodyBytes + media * tokensPerPicture,
  };
}

interface TextCost {
  /** The field that bounds what is written; absent where nothing does. */
  readonly limit?: string;
  /** Whether all that is written is bounded, but for thoughts. Default: true. */
  readonly isBounded?: boolean;
  /** How many are answered, each by itself. */
  readonly prompts?: number;
  /** Answers to each. */
  readonly choices?: number;
}

/** What answers in text can use at most. Reasoning is bounded by nothing in a request. */
function textCost(
  body: Fields,
  { policy, model, bodyBytes, contents }: Restriction,
  { limit, isBounded = true, prompts = 1, choices = choicesOf(body, policy.maxChoices) }: TextCost,
): Partial<WorstCase> {
  const { contextTokens, reasons } = model;
  const written = limit === undefined ? contextTokens : bounded(body, limit, { max: policy.maxOutputTokens });
  const isServed = usesServerTools(contents);
  const turns = isServed ? Number(body["max_turns"] ?? policy.maxTurns) + 1 : 1;
  const isOff = model.reasoningCanBeOff && asksForNoReasoning(body);
  const reasoning = (reasons && !isOff) || !isBounded ? (policy.reasoningTokens ?? contextTokens) : 0;
  const readsUnknown = isServed || isSet(body, "previous_response_id") || contents.hasFile;
  const { pictures, pictureBytes } = contents;
  const read = bodyBytes - pictureBytes + tokensAround + pictures * tokensPerPicture;
  return {
    inputTokens: turns * (readsUnknown ? contextTokens : Math.min(read, prompts * contextTokens)),
    outputTokens: turns * prompts * choices * Math.min(written + reasoning, contextTokens),
    toolCalls: isServed ? turns * toolCallsPerTurn : 0,
  };
}

function isSet(body: Fields, field: string): boolean {
  return (body[field] ?? undefined) !== undefined;
}

/** How many answers are asked for: at most so many. */
function choicesOf(body: Fields, max: number, field = "n"): number {
  return isSet(body, field) ? bounded(body, field, { max }) : 1;
}

/** Which of two fields the API goes by is not known: one alone that asks for thoughts is enough for them. */
function asksForNoReasoning(body: Fields): boolean {
  const { reasoning, reasoning_effort: effort } = body;
  const efforts = [effort, isFields(reasoning) ? reasoning["effort"] : undefined].filter(
    (one) => (one ?? undefined) !== undefined,
  );
  return efforts.length > 0 && efforts.every((one) => one === "none");
}

/** Without it, a chat's stream would end without its bill. */
function askForUsage(body: Fields): void {
  if (body["stream"] !== true) return;
  const options = body["stream_options"];
  body["stream_options"] = { ...(isFields(options) ? options : {}), include_usage: true };
}

/**
 * Holds a number to 1 and a bound: lowers it, or sets it to the usual one where there is none. Throws for less than 1, which
 * would be reserved for nothing, and which the API may read as no bound at all.
 */
function bounded(
  body: Fields,
  field: string,
  { max, usual = max }: { readonly max: number; readonly usual?: number },
): number {
  const given = body[field] ?? usual;
  if (typeof given !== "number" || !(given >= 1)) {
    throw new ProxyError(400, "invalid_request", `Expected ${field} to be at least 1.`);
  }
  return (body[field] = Math.min(given, max));
}

/** Whether one of xAI's own tools is there, which it runs by itself and bills. */
function usesServerTools({ toolTypes }: Contents): boolean {
  return [...toolTypes].some((type) => type !== "function" && type !== "custom");
}

/** Other tiers have other prices. */
function checkTier(body: Fields): void {
  const tier = body["service_tier"] ?? "default";
  if (tier !== "default" && tier !== "auto") throw notAllowed("service_tier to be left out");
  delete body["service_tier"];
}

function refuse(body: Fields, field: string): void {
  if (isSet(body, field) && body[field] !== false) throw notAllowed(`no ${field}`);
  delete body[field];
}

/** Where an answer is put instead of being sent is nobody's who calls. */
function refuseStorage(body: Fields, { ownership }: Policy): void {
  refuse(body, "output");
  if (isSet(body, "storage_options") && !ownership) throw needsOwnership("storage_options");
  const { storage_options: storage } = body;
  if (isFields(storage)) refuse(storage, "public_url");
}

function notAllowed(what: string): ProxyError {
  return new ProxyError(403, "not_allowed", `Expected ${what}.`);
}
