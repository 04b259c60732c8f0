import type { AnswerEvent } from "./answer-event.ts";
import { createEndWatch } from "./end-watch.ts";
import type { Fold } from "./fold.ts";
import { SERVER_CALL } from "./server-call.ts";
import { countsOf } from "./usage-counts.ts";
import { type Fields, fieldsOf, isFields, textIn } from "./wire-fields.ts";

/**
 * What a stream took so far, alike for all three protocols. Tokens and costs are the API's own counts and undefined
 * until it states them, which is at the end of a stream or, in a chat without `include_usage`, never. Times are
 * milliseconds since the request, at which events passed: a reader that lets events wait is part of them.
 */
export interface MeterReading {
  /** Tokens read. Those from the cache are part of it, except where the API reports more of those than of these. */
  readonly inputTokens: number | undefined;
  /** Tokens read from the cache. */
  readonly cachedTokens: number | undefined;
  /** Tokens written, reasoning included. */
  readonly outputTokens: number | undefined;
  /** Those of the output that are reasoning. The messages protocol does not tell. */
  readonly reasoningTokens: number | undefined;
  /** What the request is billed, in USD. The messages protocol does not tell. */
  readonly costUsd: number | undefined;
  /** How many calls xAI ran itself: of a Responses stream those that are done, at the end what the API counted. */
  readonly serverToolCalls: number;
  /** Whether the counts are those of the whole answer. They stay so when the stream fails after that. */
  readonly isFinal: boolean;
  /** When the first event came. */
  readonly firstEventMs: number | undefined;
  /** When the first piece of reasoning came. */
  readonly firstReasoningMs: number | undefined;
  /** When the first piece of the answer came: of text, of a refusal, or of a call of your own functions. */
  readonly firstAnswerMs: number | undefined;
  /** When the latest event came. */
  readonly durationMs: number;
  /**
   * Tokens of the answer a second, from its first piece to its last. Where the API does not tell reasoning from answer,
   * both, from the first piece of either. Undefined when all came in one piece.
   */
  readonly tokensPerSecond: number | undefined;
}

/** How a meter tells the time. */
export interface MeterOptions {
  /** The clock, in milliseconds. Default: `performance.now`, which in a Worker moves on only when something arrives. */
  readonly now?: (() => number) | undefined;
  /** What the clock said when the request was sent. Default: what it says when the meter is made. */
  readonly startedAtMs?: number | undefined;
}

/**
 * Reads tokens, cost and speed off the events of an answer, with no waiting: for loops and hooks that see each event
 * anyway. An event takes 0.1 µs in Node (`metering` in apps/bench).
 *
 * @example
 * const meter = createMeter({ startedAtMs });
 * for await (const event of stream) meter.add(event);
 * console.log(meter.snapshot.costUsd);
 */
export function createMeter(options: MeterOptions = {}): Fold<AnswerEvent, MeterReading> {
  const { now = () => performance.now() } = options;
  const { startedAtMs = now() } = options;
  const end = createEndWatch();
  const reading: { -readonly [Field in keyof MeterReading]: MeterReading[Field] } = {
    ...countsOf({}),
    serverToolCalls: 0,
    isFinal: false,
    firstEventMs: undefined,
    firstReasoningMs: undefined,
    firstAnswerMs: undefined,
    durationMs: 0,
    tokensPerSecond: undefined,
  };
  let lastAnswerMs = Number.NaN;

  function sawReasoning(): void {
    reading.firstReasoningMs ??= reading.durationMs;
  }

  function sawAnswer(): void {
    reading.firstAnswerMs ??= reading.durationMs;
    lastAnswerMs = reading.durationMs;
  }

  /** Takes over the counts that are stated, if any. */
  function readUsage(usage: unknown, isFinal: boolean): void {
    if (!isFields(usage)) return;
    for (const [field, count] of Object.entries(countsOf(usage)))
      if (count !== undefined) Object.assign(reading, { [field]: count });
    reading.isFinal = isFinal;
    reading.tokensPerSecond = rate();
  }

  function rate(): number | undefined {
    const { outputTokens = 0, reasoningTokens, firstReasoningMs, firstAnswerMs = 0 } = reading;
    const fromMs = reasoningTokens === undefined ? (firstReasoningMs ?? firstAnswerMs) : firstAnswerMs;
    const ms = lastAnswerMs - fromMs;
    return ms > 0 ? ((outputTokens - (reasoningTokens ?? 0)) / ms) * 1000 : undefined;
  }

  function readChunk(choices: readonly unknown[], usage: unknown): void {
    for (const choice of choices) {
      const piece = fieldsOf(fieldsOf(choice)["delta"]);
      if (piece["reasoning_content"]) sawReasoning();
      if (piece["content"] || piece["refusal"] || hasOwnCall(piece["tool_calls"])) sawAnswer();
    }
    // Some models count as they go: only what comes with the end, or after it, is the whole.
    if (choices.length > 0) reading.isFinal = false;
    readUsage(usage, end.isWhole());
  }

  function readEvent(event: Fields): void {
    switch (event["type"]) {
      case "response.output_text.delta":
      case "response.refusal.delta":
      case "response.function_call_arguments.delta":
        if (event["delta"]) sawAnswer();
        break;
      case "response.reasoning_text.delta":
      case "response.reasoning_summary_text.delta":
        if (event["delta"]) sawReasoning();
        break;
      case "response.output_item.done":
        if (isServerCall(fieldsOf(event["item"]))) reading.serverToolCalls++;
        break;
      case "content_block_delta": {
        const { thinking, text, partial_json: json } = fieldsOf(event["delta"]);
        if (thinking) sawReasoning();
        if (text || json) sawAnswer();
        break;
      }
      default: {
        // A message says why it ended together with its last counts, before the event that ends it.
        const { stop_reason: reason } = fieldsOf(event["delta"]);
        const { usage } = fieldsOf(event["response"] ?? event["message"] ?? event);
        readUsage(usage, Boolean(reason) || end.isWhole());
      }
    }
  }

  return {
    snapshot: reading,
    get isWhole() {
      return end.isWhole();
    },
    add(event) {
      const fields = fieldsOf(event);
      const { choices } = fields;
      reading.durationMs = now() - startedAtMs;
      reading.firstEventMs ??= reading.durationMs;
      end.see(fields);
      if (Array.isArray(choices)) readChunk(choices, fields["usage"]);
      else readEvent(fields);
    },
  };
}

function hasOwnCall(calls: unknown): boolean {
  // Later pieces of a call leave its type out.
  return (
    Array.isArray(calls) &&
    calls.some((call) => (textIn(fieldsOf(call), "type") || "function") === "function")
  );
}

/** Whether xAI ran this: a search of X is a custom tool of that name, yet no tool of yours. */
function isServerCall(item: Fields): boolean {
  const type = textIn(item, "type");
  if (type === "custom_tool_call") return textIn(item, "name").startsWith("x_");
  return SERVER_CALL.test(type);
}
