import type { Wire } from "@xai-edge/core";
import type { Generation } from "../answer/generation.ts";
import { countTokens } from "../answer/tokens.ts";
import type { ServerEvent } from "../areas/area.ts";
import type { ChatAnswer } from "./chat-answer.ts";
import { chatUsage } from "./chat-usage.ts";

interface ChoiceStep {
  readonly choice: Wire.ChoiceChunk;
  readonly tokens: number;
}

/** Makes the chunks of a streamed chat answer one after the other; several choices take turns. */
export function* chatChunks(answer: ChatAnswer): Generator<ServerEvent, void, undefined> {
  const chunk = (rest: Pick<Wire.ChatResponseChunk, "choices" | "usage">): Wire.ChatResponseChunk => ({
    id: answer.id,
    object: "chat.completion.chunk",
    created: answer.nowSeconds(),
    model: answer.model.wire.id,
    ...rest,
    service_tier: answer.serviceTier,
    system_fingerprint: answer.model.fingerprint,
  });
  let turns = answer.generations.map((generation, index) => stepsOf(generation, index));
  while (turns.length > 0) {
    const left: typeof turns = [];
    for (const steps of turns) {
      const step = steps.next();
      if (step.done === true) continue;
      yield { json: chunk({ choices: [step.value.choice] }), tokens: step.value.tokens };
      left.push(steps);
    }
    turns = left;
  }
  if (answer.includeUsage) {
    yield { json: chunk({ choices: [], usage: chatUsage(answer.model, answer.generations) }), tokens: 0 };
  }
}

function* stepsOf(generation: Generation, index: number): Generator<ChoiceStep, void, undefined> {
  let first: Wire.Delta | undefined = { role: "assistant" };
  const step = (delta: Wire.Delta, tokens: number): ChoiceStep => {
    const choice = { index, delta: { ...delta, ...first } };
    first = undefined;
    return { choice, tokens };
  };
  for (const piece of generation.reasoning) yield step({ reasoning_content: piece }, 1);
  for (const piece of generation.text) yield step({ content: piece }, 1);
  for (const [position, call] of generation.toolCalls.entries()) {
    const whole: Wire.ToolCall = {
      id: call.id,
      function: { name: call.name, arguments: call.arguments },
      index: position,
      type: "function",
    };
    yield step({ tool_calls: [whole] }, countTokens(call.name + call.arguments));
  }
  if (first !== undefined) yield step({ content: "" }, 0);
  yield { choice: { index, delta: {}, finish_reason: generation.finish }, tokens: 0 };
}
