import type { Wire } from "@xai-edge/core";
import { CompleteRequest, SampleRequest } from "@xai-edge/schema";
import { generate } from "../answer/generate.ts";
import { tokensOf, type Generation } from "../answer/generation.ts";
import { addUsages, chatUsage } from "../chat/chat-usage.ts";
import { parseJson } from "../http/parse-json.ts";
import { invalidArgument } from "../http/refused-request.ts";
import { streamBrokenOff } from "../http/stream-broken-off.ts";
import { requireModel } from "../models/require-model.ts";
import { promptFromText } from "../prompt/prompt-from-text.ts";
import { whole, type Handlers, type ServerEvent } from "./area.ts";

export const completionHandlers: Handlers = {
  "completions.create": async (call) => {
    const { simulation } = call;
    const body = parseJson(SampleRequest, call);
    const texts = typeof body.prompt === "string" ? [body.prompt] : body.prompt;
    const { wire, fingerprint } = requireModel(body.model, "language");
    if (texts.length === 0) throw invalidArgument("The field `prompt` holds no text.");
    const answers: { readonly echo: string; readonly generation: Generation }[] = [];
    const usages: Wire.Usage[] = [];
    for (const text of texts) {
      const prompt = promptFromText({
        model: body.model,
        text,
        maxTokens: body.max_tokens ?? undefined,
        stop: body.stop ?? [],
        seed: body.seed ?? undefined,
      });
      const origin = { operation: "completions.create", body } as const;
      const generations = await generate(simulation, prompt, origin, body.n ?? 1);
      const echo = body.echo === true ? text : "";
      answers.push(...generations.map((generation) => ({ echo, generation })));
      usages.push(chatUsage(prompt.model, generations));
    }
    const usage = addUsages(usages);
    const head = {
      id: simulation.nextId(),
      object: "text_completion",
      created: simulation.nowSeconds(),
      model: wire.id,
      system_fingerprint: fingerprint,
    };
    if (body.stream !== true) {
      const response: Wire.SampleResponse = {
        ...head,
        choices: answers.map(({ echo, generation }, index) => ({
          index,
          text: echo + generation.text.join(""),
          finish_reason: finishOf(generation),
        })),
        usage,
      };
      return whole(
        response,
        answers.reduce((sum, { generation }) => sum + tokensOf(generation), 0),
      );
    }
    return { kind: "stream", events: chunks(), breakOff: () => streamBrokenOff };

    function* chunks(): Iterator<ServerEvent, void, undefined> {
      const chunk = (choice: Wire.SampleChoice, tokens: number): ServerEvent => ({
        json: { ...head, choices: [choice] } satisfies Wire.SampleResponseChunk,
        tokens,
      });
      for (const [index, { echo, generation }] of answers.entries()) {
        if (echo !== "") yield chunk({ index, text: echo, finish_reason: null }, 0);
        for (const text of generation.text) yield chunk({ index, text, finish_reason: null }, 1);
        yield chunk({ index, text: "", finish_reason: finishOf(generation) }, 0);
      }
      if (body.stream_options?.include_usage !== true) return;
      yield { json: { ...head, choices: [], usage }, tokens: 0 };
    }
  },

  "complete.create": async (call) => {
    const { simulation } = call;
    const body = parseJson(CompleteRequest, call);
    const prompt = promptFromText({
      model: body.model,
      text: body.prompt,
      maxTokens: body.max_tokens_to_sample,
      stop: body.stop_sequences ?? [],
      seed: undefined,
    });
    const [generation] = await generate(simulation, prompt, { operation: "complete.create", body });
    if (generation === undefined) throw new Error("Expected one answer, got none");
    const head = { type: "completion", id: simulation.nextId(), model: prompt.model.wire.id };
    const stop_reason = generation.finish === "length" ? "max_tokens" : "stop_sequence";
    if (body.stream !== true) {
      const response: Wire.CompleteResponse = { ...head, completion: generation.text.join(""), stop_reason };
      return whole(response, tokensOf(generation));
    }
    return { kind: "stream", hasNames: true, events: chunks(generation), breakOff: () => streamBrokenOff };

    function* chunks({ text }: Generation): Iterator<ServerEvent, void, undefined> {
      for (const completion of text) {
        yield {
          json: { ...head, completion, stop_reason: null } satisfies Wire.CompleteResponseChunk,
          tokens: 1,
        };
      }
      yield {
        json: { ...head, completion: "", stop_reason } satisfies Wire.CompleteResponseChunk,
        tokens: 0,
      };
    }
  },
};

function finishOf({ finish }: Generation): "stop" | "length" {
  return finish === "length" ? "length" : "stop";
}
