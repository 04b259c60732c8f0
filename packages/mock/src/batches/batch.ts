import type { Wire } from "@xai-edge/core";
import type { Job } from "../state/jobs.ts";

/** Where the body of a batch's request says what it is for. */
export type BatchEndpoint =
  | "responses"
  | "chat_get_completion"
  | "image_generation"
  | "image_edit"
  | "video_generation"
  | "video_extension";

/** A request of a batch, changed when it has been worked off. */
export interface BatchEntry {
  readonly serial: number;
  readonly endpoint: BatchEndpoint;
  readonly body: Readonly<Record<string, unknown>>;
  metadata: Wire.BatchRequestMetadata;
  outcome?: Wire.BatchOutcome;
  costInUsdTicks: number;
}

/** A batch, changed as its requests are added and worked off. */
export interface StoredBatch {
  readonly serial: number;
  readonly facts: Omit<Wire.Batch, "state" | "cost_breakdown">;
  readonly entries: BatchEntry[];
  /** The file whose lines become its requests at the second look. */
  unread: Blob | undefined;
  cancelled: Pick<Wire.Batch, "cancel_time" | "cancel_by_xai_message"> | undefined;
  /** Begins anew when requests are added. */
  job: Job<undefined>;
}

/** A batch as it is told to clients. */
export function toWireBatch({ facts, entries, cancelled }: StoredBatch): Wire.Batch {
  const count = (state: string): number => entries.filter(({ metadata }) => metadata.state === state).length;
  const done = entries.filter(({ outcome }) => outcome !== undefined);
  const endpoints = [...new Set(done.map(({ endpoint }) => endpoint))];
  const costOf = (some: readonly BatchEntry[]): number =>
    some.reduce((sum, { costInUsdTicks }) => sum + costInUsdTicks, 0);
  return {
    ...facts,
    ...cancelled,
    state: {
      num_requests: entries.length,
      num_pending: count("pending"),
      num_success: count("succeeded"),
      num_error: count("failed"),
      num_cancelled: count("cancelled"),
    },
    cost_breakdown: {
      total_cost_usd_ticks: costOf(done),
      endpoint_costs: endpoints.map((endpoint) => {
        const some = done.filter((entry) => entry.endpoint === endpoint);
        return { endpoint, cost_usd_ticks: costOf(some), request_count: some.length };
      }),
    },
  };
}
