import { ChatRequest } from "@xai-edge/schema";
import { generate } from "../answer/generate.ts";
import { tokensOf } from "../answer/generation.ts";
import type { ChatAnswer } from "../chat/chat-answer.ts";
import { chatChunks } from "../chat/chat-chunks.ts";
import { toChatResponse } from "../chat/chat-response.ts";
import { parseJson } from "../http/parse-json.ts";
import { entityNotFound, invalidArgument } from "../http/refused-request.ts";
import { streamBrokenOff } from "../http/stream-broken-off.ts";
import { promptFromChat } from "../prompt/prompt-from-chat.ts";
import { pending, whole, type Handlers } from "./area.ts";

export const chatHandlers: Handlers = {
  "chat.completions.create": async (call) => {
    const { simulation } = call;
    const body = parseJson(ChatRequest, call);
    if (body.deferred === true && body.stream === true) {
      throw invalidArgument("An answer is either deferred or streamed, not both.");
    }
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
    if (body.deferred === true) {
      const request_id = simulation.nextId();
      simulation.state.deferredChats.set(
        request_id,
        simulation.jobs.start(request_id, toChatResponse(answer)),
      );
      return whole({ request_id });
    }
    if (body.stream === true) {
      return { kind: "stream", events: chatChunks(answer), breakOff: () => streamBrokenOff };
    }
    const tokens = answer.generations.reduce((sum, one) => sum + tokensOf(one), 0);
    return whole(toChatResponse(answer), tokens);
  },

  "chat.completions.deferred.retrieve": ({ params, simulation: { state, jobs } }) => {
    const id = params["request_id"] ?? "";
    const job = state.deferredChats.get(id);
    if (job === undefined)
      throw entityNotFound(`No deferred completion has the id ${id}, or it was fetched.`);
    if (jobs.look(job).progress < 100) return pending();
    state.deferredChats.delete(id);
    return whole(job.result);
  },
};
