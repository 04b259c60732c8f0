import type { Wire } from "@xai-edge/core";
import { ChatResponse, GeneratedImageResponse, ModelResponse, StartDeferredResponse } from "@xai-edge/schema";
import { operations } from "@xai-edge/schema/operations";
import type { Call, Handlers } from "../areas/area.ts";
import { RefusedRequest } from "../http/refused-request.ts";
import { readRecord, readText } from "../prompt/read-record.ts";
import type { BatchEndpoint, BatchEntry } from "./batch.ts";
import { chatFromResponse } from "./chat-from-response.ts";

const operationOf: Readonly<Record<BatchEndpoint, string>> = {
  responses: "responses.create",
  chat_get_completion: "chat.completions.create",
  image_generation: "images.generate",
  image_edit: "images.edit",
  video_generation: "videos.generate",
  video_extension: "videos.extend",
};

/** Answers a request of a batch as its own endpoint would, and keeps what came of it. */
export async function workOff(entry: BatchEntry, call: Call, handlers: Handlers): Promise<void> {
  const finish_time = new Date(call.simulation.now()).toISOString();
  try {
    const [response, costInUsdTicks] = await answerTo(entry, call, handlers);
    entry.outcome = { response };
    entry.costInUsdTicks = costInUsdTicks ?? 0;
    entry.metadata = { ...entry.metadata, state: "succeeded", finish_time };
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    entry.outcome = { error: readText(readRecord(error.body)["error"]) };
    entry.metadata = { ...entry.metadata, state: "failed", finish_time };
  }
}

async function answerTo(
  { endpoint, body }: BatchEntry,
  call: Call,
  handlers: Handlers,
): Promise<readonly [answer: Wire.BatchAnswer, costInUsdTicks: number | null | undefined]> {
  const isEdit = endpoint === "video_generation" && "video" in body;
  const id = isEdit ? "videos.edit" : operationOf[endpoint];
  const operation = operations.find((one) => one.id === id);
  const handler = handlers[id];
  if (operation === undefined || handler === undefined) throw new Error(`Expected an operation ${id}`);
  const reply = await handler({
    ...call,
    operation,
    params: {},
    headers: new Headers({ "content-type": "application/json" }),
    // In a batch there is nothing to stream to, and all answers are late.
    body: { kind: "text", text: JSON.stringify({ ...body, stream: undefined, deferred: undefined }) },
  });
  const json = reply.kind === "json" ? reply.json : undefined;
  if (endpoint === "responses") {
    const chat = chatFromResponse(ModelResponse.parse(json));
    return [{ chat_get_completion: chat }, chat.usage?.cost_in_usd_ticks];
  }
  if (endpoint === "chat_get_completion") {
    const chat = ChatResponse.parse(json);
    return [{ chat_get_completion: chat }, chat.usage?.cost_in_usd_ticks];
  }
  if (endpoint === "image_generation" || endpoint === "image_edit") {
    const images = GeneratedImageResponse.parse(json);
    return [{ image_generation: images }, images.usage?.cost_in_usd_ticks];
  }
  const { request_id } = StartDeferredResponse.parse(json);
  const video = call.simulation.state.videos.get(request_id)?.result.end();
  if (video === undefined) throw new Error("Expected a video that was started");
  if (video.status === "failed") {
    throw new RefusedRequest(200, { error: video.error?.message ?? "The video could not be made." });
  }
  return [{ video_generation: video }, video.usage?.cost_in_usd_ticks];
}
