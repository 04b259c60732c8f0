import type { Wire } from "@xai-edge/core";
import { ModelRequest } from "@xai-edge/schema";
import { generate } from "../answer/generate.ts";
import type { Generation } from "../answer/generation.ts";
import { parseBody } from "../http/parse-body.ts";
import { entityNotFound, invalidArgument } from "../http/refused-request.ts";
import { itemsOfInput, promptFromResponse } from "../prompt/prompt-from-response.ts";
import { createRandom } from "../random.ts";
import { responseStart } from "../responses/response-start.ts";
import { createResponseStream } from "../responses/response-stream.ts";
import { responseUsage } from "../responses/response-usage.ts";
import type { Simulation } from "../simulation.ts";
import type { Handlers } from "./area.ts";

export const responseHandlers: Handlers = {
  "responses.create": async ({ headers, text, simulation }) => {
    const body = parseBody(ModelRequest, headers, text);
    const earlier = findEarlier(body, simulation);
    const prompt = promptFromResponse(body, earlier);
    const [generation] = await generate(simulation, prompt, { operation: "responses.create", body });
    if (generation === undefined) throw new Error("Expected one answer, got none");
    const id = simulation.nextId();
    const stream = createResponseStream({
      start: responseStart(body, prompt.model, id, simulation.nowSeconds()),
      generation,
      usage: responseUsage(prompt.model, generation),
      encryptedReasoning: body.include?.includes("reasoning.encrypted_content")
        ? createRandom(id).hex(64)
        : undefined,
      onEnd: ({ output }) => {
        if (body.store === false) return;
        const instructions = body.instructions ? [{ role: "system", content: body.instructions }] : [];
        simulation.storedResponses.keep(id, [
          ...instructions,
          ...earlier,
          ...itemsOfInput(body.input),
          ...output,
        ]);
      },
    });
    if (body.stream === true) return { kind: "stream", ...stream };
    return { kind: "json", json: lastResponse(stream.events), tokens: tokensOf(generation) };
  },
};

function findEarlier(body: Wire.ModelRequest, { storedResponses }: Simulation): readonly unknown[] {
  const id = body.previous_response_id ?? undefined;
  if (id === undefined) return [];
  if (body.instructions) {
    throw invalidArgument(
      "A request that continues a response keeps its instructions and brings none of its own.",
    );
  }
  const items = storedResponses.find(id);
  if (items === undefined) throw entityNotFound(`No response is stored under the id ${id}.`);
  return items;
}

function lastResponse(events: Iterator<{ json: unknown }>): unknown {
  let last: unknown;
  for (let next = events.next(); next.done !== true; next = events.next()) last = next.value.json;
  return typeof last === "object" && last !== null && "response" in last ? last.response : undefined;
}

function tokensOf({ reasoningTokens, visibleTokens }: Generation): number {
  return reasoningTokens + visibleTokens;
}
