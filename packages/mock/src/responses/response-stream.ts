import type { Wire } from "@xai-edge/core";
import type { Generation, GeneratedCall } from "../answer/generation.ts";
import { countTokens } from "../answer/tokens.ts";
import type { ServerEvent } from "../areas/area.ts";

/** The parts of a streamed response that are known before it begins. */
export interface ResponseStreamOptions {
  readonly start: Wire.ModelResponse;
  readonly generation: Generation;
  readonly usage: Wire.ModelUsage;
  /** What the reasoning item carries when the request includes it. */
  readonly encryptedReasoning: string | undefined;
  readonly onEnd: (response: Wire.ModelResponse) => void;
}

/** The events of a response, one after the other, and the event that breaks them off. */
export interface ResponseStream {
  readonly events: Iterator<ServerEvent>;
  readonly breakOff: (how: "error" | "failed") => Wire.ResponseStreamEvent;
}

type Unnumbered = Wire.ResponseStreamEvent extends infer Each
  ? Each extends { sequence_number?: unknown }
    ? Omit<Each, "sequence_number">
    : never
  : never;

/** Makes the events of a response in the order of the wire; the last one carries the whole response. */
export function createResponseStream(options: ResponseStreamOptions): ResponseStream {
  const { start, generation, usage, encryptedReasoning, onEnd } = options;
  const output: Wire.ModelOutput[] = [];
  let sequence = 0;
  return {
    events: events(),
    breakOff: (how) => {
      const message = "The simulator was told to break off here.";
      if (how === "error") {
        return numbered({ type: "error", code: "service_unavailable", message, param: null });
      }
      const error = { code: "server_error", message };
      return numbered({
        type: "response.failed",
        response: { ...start, output: [...output], status: "failed", error },
      });
    },
  };

  function numbered(event: Unnumbered): Wire.ResponseStreamEvent {
    const numberedEvent = { sequence_number: sequence, ...event };
    sequence += 1;
    return numberedEvent;
  }

  function send(event: Unnumbered, tokens = 0): ServerEvent {
    return { json: numbered(event), tokens };
  }

  function* events(): Generator<ServerEvent, void, undefined> {
    yield send({ type: "response.created", response: start });
    yield send({ type: "response.in_progress", response: start });
    if (generation.reasoning.length > 0) yield* reasoningEvents();
    if (generation.text.length > 0 || generation.toolCalls.length === 0) yield* messageEvents();
    for (const [position, call] of generation.toolCalls.entries()) yield* callEvents(call, position);
    const isCut = generation.finish === "length";
    const response: Wire.ModelResponse = {
      ...start,
      output: [...output],
      usage,
      status: isCut ? "incomplete" : "completed",
      incomplete_details: isCut ? { reason: "max_output_tokens" } : null,
    };
    onEnd(response);
    yield send({ type: isCut ? "response.incomplete" : "response.completed", response });
  }

  function* reasoningEvents(): Generator<ServerEvent, void, undefined> {
    const item_id = `rs_${start.id}`;
    const output_index = output.length;
    const at = { item_id, output_index, summary_index: 0 };
    const empty: Wire.Reasoning = { id: item_id, summary: [], type: "reasoning", status: "in_progress" };
    yield send({ type: "response.output_item.added", item: empty, output_index });
    yield send({
      type: "response.reasoning_summary_part.added",
      ...at,
      part: { text: "", type: "summary_text" },
    });
    for (const delta of generation.reasoning) {
      yield send({ type: "response.reasoning_summary_text.delta", delta, ...at }, 1);
    }
    const text = generation.reasoning.join("");
    const part: Wire.SummaryText = { text, type: "summary_text" };
    yield send({ type: "response.reasoning_summary_text.done", ...at, text });
    yield send({ type: "response.reasoning_summary_part.done", ...at, part });
    const item: Wire.Reasoning = {
      id: item_id,
      summary: [part],
      type: "reasoning",
      status: "completed",
      ...(encryptedReasoning === undefined ? {} : { encrypted_content: encryptedReasoning }),
    };
    output.push(item);
    yield send({ type: "response.output_item.done", item, output_index });
  }

  function* messageEvents(): Generator<ServerEvent, void, undefined> {
    const item_id = `msg_${start.id}`;
    const output_index = output.length;
    const at = { content_index: 0, item_id, output_index };
    const item = {
      content: [],
      id: item_id,
      role: "assistant",
      type: "message",
      status: "in_progress",
    } as const;
    yield send({ type: "response.output_item.added", item: { ...item, content: [] }, output_index });
    yield send({ type: "response.content_part.added", ...at, part: toPart("") });
    for (const delta of generation.text) {
      yield send({ type: "response.output_text.delta", ...at, delta, logprobs: [] }, 1);
    }
    const part = toPart(generation.text.join(""));
    yield send({ type: "response.output_text.done", ...at, text: part.text });
    yield send({ type: "response.content_part.done", ...at, part });
    const status = generation.finish === "length" ? "incomplete" : "completed";
    const whole: Wire.OutputMessage = { ...item, content: [part], status };
    output.push(whole);
    yield send({ type: "response.output_item.done", item: whole, output_index });
  }

  function* callEvents(call: GeneratedCall, position: number): Generator<ServerEvent, void, undefined> {
    const item_id = `fc_${start.id}_${position}`;
    const output_index = output.length;
    const at = { item_id, output_index };
    const whole: Wire.FunctionToolCall = {
      arguments: call.arguments,
      call_id: call.id,
      name: call.name,
      type: "function_call",
      id: item_id,
      status: "completed",
    };
    yield send({
      type: "response.output_item.added",
      item: { ...whole, arguments: "", status: "in_progress" },
      output_index,
    });
    const tokens = countTokens(call.name + call.arguments);
    yield send({ type: "response.function_call_arguments.delta", delta: call.arguments, ...at }, tokens);
    yield send({ type: "response.function_call_arguments.done", arguments: call.arguments, ...at });
    output.push(whole);
    yield send({ type: "response.output_item.done", item: whole, output_index });
  }
}

function toPart(text: string): Wire.OutputText {
  return { type: "output_text", text, logprobs: [], annotations: [] };
}
