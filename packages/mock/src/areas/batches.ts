import type { Wire } from "@xai-edge/core";
import {
  AddBatchRequestsRequest,
  CreateBatchRequest,
  ListBatchesParams,
  ListBatchRequestsParams,
  ListBatchResultsParams,
} from "@xai-edge/schema";
import { addRequests } from "../batches/add-requests.ts";
import { toWireBatch, type StoredBatch } from "../batches/batch.ts";
import { readLines } from "../batches/read-lines.ts";
import { workOff } from "../batches/work-off.ts";
import { findFile } from "../files/find-file.ts";
import { parseQuery } from "../http/parse-fields.ts";
import { parseJson } from "../http/parse-json.ts";
import { entityNotFound, invalidArgument, RefusedRequest } from "../http/refused-request.ts";
import { createRandom, createUuid } from "../random.ts";
import { pageBySerial } from "../state/page-by-serial.ts";
import { whole, type Call, type Handler, type Handlers } from "./area.ts";

const dayMs = 86_400_000;

/** Makes the handlers of batches, whose requests go to the handlers of the other areas. */
export function createBatchHandlers(others: Handlers): Handlers {
  const look = async (call: Call): Promise<StoredBatch> => {
    const batch = batchOf(call);
    await advance(batch, call, others);
    return batch;
  };
  const create: Handler = (call) => {
    const { simulation } = call;
    const { name, input_file_id: fileId } = parseJson(CreateBatchRequest, call);
    const batch_id = `batch_${simulation.nextId()}`;
    const batch: StoredBatch = {
      serial: simulation.nextSerial(),
      facts: {
        batch_id,
        name,
        create_time: new Date(simulation.now()).toISOString(),
        expire_time: new Date(simulation.now() + dayMs).toISOString(),
        create_api_key_id: createUuid(createRandom(simulation.seed, "key")),
        ...(fileId ? { input_file_id: fileId } : {}),
      },
      entries: [],
      unread: fileId ? findFile(simulation, fileId).bytes : undefined,
      cancelled: undefined,
      job: simulation.jobs.start(batch_id, undefined),
    };
    simulation.state.batches.set(batch_id, batch);
    return whole(toWireBatch(batch));
  };
  return {
    "batches.create": create,

    "batches.list": (call) => {
      const page = pageBySerial(call.simulation.state.batches.values(), parseQuery(ListBatchesParams, call));
      const list: Wire.ListBatchesResponse = { batches: page.data.map(toWireBatch), ...page.next };
      return whole(list);
    },

    "batches.retrieve": async (call) => whole(toWireBatch(await look(call))),

    "batches.cancel": (call) => {
      const batch = batchOf(call);
      cancel(batch, call);
      return whole(toWireBatch(batch));
    },

    "batches.requests.create": (call) => {
      const batch = batchOf(call);
      const { batch_requests: items } = parseJson(AddBatchRequestsRequest, call);
      if (batch.cancelled) throw invalidArgument(`The batch ${batch.facts.batch_id} has been cancelled.`);
      if (batch.facts.input_file_id) {
        throw invalidArgument(
          `The batch ${batch.facts.batch_id} has its requests from a file and takes no others.`,
        );
      }
      addRequests(call.simulation, batch, items);
      return { kind: "empty", status: 200 };
    },

    "batches.requests.list": async (call) => {
      const params = parseQuery(ListBatchRequestsParams, call);
      const page = pageBySerial((await look(call)).entries, params);
      const list: Wire.ListBatchRequestsResponse = {
        batch_request_metadata: page.data.map(({ metadata }) => metadata),
        ...page.next,
      };
      return whole(list);
    },

    "batches.results.list": async (call) => {
      const params = parseQuery(ListBatchResultsParams, call);
      const done = (await look(call)).entries.filter(({ outcome }) => outcome !== undefined);
      const page = pageBySerial(done, params);
      const list: Wire.ListBatchResultsResponse = {
        results: page.data.flatMap(({ metadata, outcome: batch_result }) =>
          batch_result ? [{ batch_request_id: metadata.batch_request_id, batch_result }] : [],
        ),
        ...page.next,
      };
      return whole(list);
    },
  };
}

function batchOf({ params, simulation }: Call): StoredBatch {
  const id = params["batch_id"] ?? "";
  const batch = simulation.state.batches.get(id);
  if (batch === undefined) throw entityNotFound(`No batch has the id ${id}.`);
  return batch;
}

function cancel(batch: StoredBatch, { simulation }: Call, message?: string): void {
  batch.unread = undefined;
  batch.cancelled ??= {
    cancel_time: new Date(simulation.now()).toISOString(),
    ...(message === undefined ? {} : { cancel_by_xai_message: message }),
  };
  for (const entry of batch.entries) {
    if (entry.outcome === undefined) entry.metadata = { ...entry.metadata, state: "cancelled" };
  }
}

/** Works off as many requests as are due at this look. */
async function advance(batch: StoredBatch, call: Call, others: Handlers): Promise<void> {
  const { progress, isFirstLook } = call.simulation.jobs.look(batch.job);
  if (batch.unread !== undefined) {
    if (isFirstLook) return;
    const text = await batch.unread.text();
    batch.unread = undefined;
    try {
      addRequests(call.simulation, batch, readLines(text));
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RefusedRequest)) throw error;
      cancel(batch, call, error instanceof SyntaxError ? error.message : "Two requests have the same id.");
    }
    return;
  }
  const due = Math.floor((batch.entries.length * progress) / 100);
  for (const entry of batch.entries.slice(0, due)) {
    if (entry.metadata.state !== "pending") continue;
    // Taken off at once: another look that comes in between must not do it, too.
    entry.metadata = { ...entry.metadata, state: "unknown" };
    await workOff(entry, call, others);
  }
}
