import type { Wire } from "@xai-edge/core";
import { CompactRequest, ListInputItemsParams, ModelRequest } from "@xai-edge/schema";
import { generate } from "../answer/generate.ts";
import { tokensOf } from "../answer/generation.ts";
import { parseQuery } from "../http/parse-fields.ts";
import { parseJson } from "../http/parse-json.ts";
import { entityNotFound, invalidArgument } from "../http/refused-request.ts";
import { itemsOfInput, promptFromResponse } from "../prompt/prompt-from-response.ts";
import { readRecord, readText } from "../prompt/read-record.ts";
import { createRandom } from "../random.ts";
import { compact } from "../responses/compact.ts";
import { responseStart } from "../responses/response-start.ts";
import { createResponseStream } from "../responses/response-stream.ts";
import { responseUsage } from "../responses/response-usage.ts";
import type { Simulation } from "../simulation.ts";
import { pageAfterId } from "../state/page-after-id.ts";
import type { StoredResponse } from "../state/state.ts";
import { whole, type Handlers } from "./area.ts";

export const responseHandlers: Handlers = {
  "responses.create": async (call) => {
    const { simulation } = call;
    const body = parseJson(ModelRequest, call);
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
      onEnd: (response) => {
        if (body.store === false) return;
        const instructions = body.instructions ? [{ role: "system", content: body.instructions }] : [];
        const input = [...instructions, ...earlier, ...itemsOfInput(body.input)];
        simulation.state.responses.set(id, { response, input, createdMs: simulation.now() });
      },
    });
    if (body.stream === true) return { kind: "stream", ...stream };
    return whole(lastResponse(stream.events), tokensOf(generation));
  },

  "responses.retrieve": ({ params, simulation }) => whole(requireResponse(params, simulation).response),

  "responses.delete": ({ params, simulation }) => {
    const { id } = requireResponse(params, simulation).response;
    simulation.state.responses.delete(id);
    const deleted: Wire.DeleteStoredCompletionResponse = { id, object: "response", deleted: true };
    return whole(deleted);
  },

  "responses.inputItems.list": (call) => {
    const { limit, after, order } = parseQuery(ListInputItemsParams, call);
    const { response, input } = requireResponse(call.params, call.simulation);
    const items = input.map((item, index) => {
      const fields = readRecord(item);
      const id = readText(fields["id"]) || `item_${response.id}_${index}`;
      return { ...fields, id };
    });
    if (order === "desc") items.reverse();
    return whole(pageAfterId(items, after, limit ?? 20));
  },

  "responses.compact": (call) => whole(compact(parseJson(CompactRequest, call), call.simulation)),
};

function requireResponse(params: Readonly<Record<string, string>>, { state }: Simulation): StoredResponse {
  const id = params["response_id"] ?? "";
  const stored = state.responses.get(id);
  if (stored === undefined) throw responseNotFound(id);
  return stored;
}

function responseNotFound(id: string): Error {
  return entityNotFound(`No response is stored under the id ${id}.`);
}

function findEarlier(body: Wire.ModelRequest, { state }: Simulation): readonly unknown[] {
  const id = body.previous_response_id ?? undefined;
  if (id === undefined) return [];
  if (body.instructions) {
    throw invalidArgument(
      "A request that continues a response keeps its instructions and brings none of its own.",
    );
  }
  const stored = state.responses.get(id);
  if (stored === undefined) throw responseNotFound(id);
  return [...stored.input, ...stored.response.output];
}

function lastResponse(events: Iterator<{ json: unknown }>): unknown {
  let last: unknown;
  for (let next = events.next(); next.done !== true; next = events.next()) last = next.value.json;
  return typeof last === "object" && last !== null && "response" in last ? last.response : undefined;
}
