import type { Wire } from "@xai-edge/core";
import { CompleteRequest, SampleRequest } from "@xai-edge/schema";
import { generate } from "../answer/generate.ts";
import { tokensOf, type Generation } from "../answer/generation.ts";
import { chatUsage } from "../chat/chat-usage.ts";
import { parseJson } from "../http/parse-json.ts";
import { invalidArgument } from "../http/refused-request.ts";
import { streamBrokenOff } from "../http/stream-broken-off.ts";
import { promptFromText } from "../prompt/prompt-from-text.ts";
import { whole, type Handlers, type ServerEvent } from "./area.ts";

export const completionHandlers: Handlers = {
  "completions.create": async (call) => {
    const { simulation } = call;
    const body = parseJson(SampleRequest, call);
    const texts = typeof body.prompt === "string" ? [body.prompt] : body.prompt;
    const origin = { operation: "completions.create", body } as const;
    const answers: { readonly echo: string; readonly generation: Generation }[] = [];
    if (texts.length === 0) throw invalidArgument("The field `prompt` holds no text.");
    const prompts = texts.map((text) => promptFromText({ ...limitsOf(body), text }));
    for (const [index, prompt] of prompts.entries()) {
      const echo = body.echo === true ? (texts[index] ?? "") : "";
      for (const generation of await generate(simulation, prompt, origin, body.n ?? 1)) {
        answers.push({ echo, generation });
      }
    }
    const [{ model } = promptFromText({ ...limitsOf(body), text: "" })] = prompts;
    const generations = answers.map(({ generation }) => generation);
    const head = {
      id: simulation.nextId(),
      object: "text_completion",
      created: simulation.nowSeconds(),
      model: model.wire.id,
      system_fingerprint: model.fingerprint,
    };
    if (body.stream !== true) {
      const response: Wire.SampleResponse = {
        ...head,
        choices: answers.map(({ echo, generation }, index) => ({
          index,
          text: echo + generation.text.join(""),
          finish_reason: finishOf(generation),
        })),
        usage: chatUsage(model, generations),
      };
      return whole(
        response,
        generations.reduce((sum, one) => sum + tokensOf(one), 0),
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
      yield { json: { ...head, choices: [], usage: chatUsage(model, generations) }, tokens: 0 };
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

function limitsOf({ model, max_tokens, stop, seed }: Wire.SampleRequest) {
  return { model, maxTokens: max_tokens ?? undefined, stop: stop ?? [], seed: seed ?? undefined };
}

function finishOf({ finish }: Generation): "stop" | "length" {
  return finish === "length" ? "length" : "stop";
}
