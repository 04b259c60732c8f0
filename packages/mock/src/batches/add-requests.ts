import type { Wire } from "@xai-edge/core";
import { invalidArgument } from "../http/refused-request.ts";
import { readRecord, readText } from "../prompt/read-record.ts";
import type { Simulation } from "../simulation.ts";
import type { BatchEndpoint, BatchEntry, StoredBatch } from "./batch.ts";

const mostRequests = 10_000;

/** Adds requests to a batch, all or none; throws xAI's 400 for an id that it has already. */
export function addRequests(
  simulation: Simulation,
  batch: StoredBatch,
  items: readonly Wire.BatchRequestItem[],
): void {
  if (batch.entries.length + items.length > mostRequests) {
    throw invalidArgument(`The simulator takes at most ${mostRequests} requests in a batch.`);
  }
  const ids = new Set(batch.entries.map(({ metadata }) => metadata.batch_request_id));
  const entries = items.map(({ batch_request_id: asked, batch_request: request }): BatchEntry => {
    const id = asked || simulation.nextId();
    if (ids.has(id)) throw invalidArgument(`The batch has a request with the id ${id} already.`);
    ids.add(id);
    const [endpoint, body] = readRequest(request);
    return {
      serial: simulation.nextSerial(),
      endpoint,
      body,
      metadata: {
        batch_request_id: id,
        endpoint,
        model: readText(body["model"]),
        state: "pending",
        create_time: new Date(simulation.now()).toISOString(),
      },
      costInUsdTicks: 0,
    };
  });
  batch.entries.push(...entries);
  batch.job = simulation.jobs.start(batch.facts.batch_id, undefined);
}

function readRequest(
  request: Wire.BatchRequest,
): readonly [BatchEndpoint, Readonly<Record<string, unknown>>] {
  if ("responses" in request) return ["responses", readRecord(request.responses)];
  if ("chat_get_completion" in request)
    return ["chat_get_completion", readRecord(request.chat_get_completion)];
  if ("image_generation" in request) return ["image_generation", readRecord(request.image_generation)];
  if ("image_edit" in request) return ["image_edit", readRecord(request.image_edit)];
  if ("video_generation" in request) return ["video_generation", readRecord(request.video_generation)];
  return ["video_extension", readRecord(request.video_extension)];
}
