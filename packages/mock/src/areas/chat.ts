import { ChatRequest } from "@xai-edge/schema";
import { generate } from "../answer/generate.ts";
import type { ChatAnswer } from "../chat/chat-answer.ts";
import { chatChunks } from "../chat/chat-chunks.ts";
import { toChatResponse } from "../chat/chat-response.ts";
import { notSimulated } from "../http/not-simulated.ts";
import { parseBody } from "../http/parse-body.ts";
import { promptFromChat } from "../prompt/prompt-from-chat.ts";
import type { Handlers } from "./area.ts";

export const chatHandlers: Handlers = {
  "chat.completions.create": async ({ headers, text, simulation }) => {
    const body = parseBody(ChatRequest, headers, text);
    if (body.deferred === true) throw notSimulated("deferred chat completions");
    const prompt = promptFromChat(body);
    const origin = { operation: "chat.completions.create", body } as const;
    const answer: ChatAnswer = {
      id: simulation.nextId(),
      model: prompt.model,
      serviceTier:
        body.service_tier === "priority" || body.service_tier === "fast" ? body.service_tier : "default",
      generations: await generate(simulation, prompt, origin, body.n ?? 1),
      includeUsage: body.stream_options?.include_usage === true,
      nowSeconds: simulation.nowSeconds,
    };
    if (body.stream !== true) {
      const tokens = answer.generations.reduce(
        (sum, one) => sum + one.reasoningTokens + one.visibleTokens,
        0,
      );
      return { kind: "json", json: toChatResponse(answer), tokens };
    }
    return {
      kind: "stream",
      events: chatChunks(answer),
      breakOff: () => ({
        type: "error",
        status: 503,
        error: {
          message: "The simulator was told to break off here.",
          type: "server_error",
          param: null,
          code: "service_unavailable",
        },
      }),
    };
  },
};
