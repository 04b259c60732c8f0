// Written by `pnpm generate` from packages/schema/spec (source 99631a7ef0fe). Do not edit.

import type { ChatRequest, ChatResponse } from "./chat.gen.ts";
import type { EditImageRequest, GenerateImageRequest, GeneratedImageResponse } from "./images.gen.ts";
import type { Open } from "./open.gen.ts";
import type { ModelRequest } from "./responses.gen.ts";
import type { EditVideoRequest, ExtendVideoRequest, GenerateVideoRequest, VideoResponse } from "./videos.gen.ts";

/** Body of `POST /v1/batches`. */
export interface CreateBatchRequest {
  /** Name to find the batch by; it need not be unique. */
  name: string;
  /** Id of an uploaded JSONL file with a request in each line; such a batch takes no further requests. */
  input_file_id?: string | null | undefined;
}

/** A batch: requests that xAI works off in the background, for less than they cost one by one. */
export interface Batch {
  /** Id of the batch. */
  batch_id: string;
  /** Name that it was created with. */
  name: string;
  /** How far it is. */
  state: BatchState;
  /** When it was created, as a day (`2026-11-22`) or a full RFC 3339 time. */
  create_time: string;
  /** When it ends, finished or not, as a day (`2026-11-22`) or a full RFC 3339 time. */
  expire_time?: string | null | undefined;
  /** When it was cancelled, as a day (`2026-11-22`) or a full RFC 3339 time; absent while it was not. */
  cancel_time?: string | null | undefined;
  /** Why xAI itself cancelled it, for instance over a line of the input file that it cannot read. */
  cancel_by_xai_message?: string | null | undefined;
  /** Id of the key that created it. */
  create_api_key_id?: string | null | undefined;
  /** Id of the file from which its requests come. */
  input_file_id?: string | null | undefined;
  /** What its requests have cost so far. */
  cost_breakdown?: BatchCostBreakdown | null | undefined;
}

/**
 * How many requests of a batch stand where. While an input file is being read all counts are 0, so that no
 * pending request alone does not mean that the batch is done.
 */
export interface BatchState {
  /** All requests of the batch. */
  num_requests: number;
  /** Requests that wait or run. */
  num_pending: number;
  /** Requests that were answered. */
  num_success: number;
  /** Requests that failed. */
  num_error: number;
  /** Requests that were cancelled before they ran. */
  num_cancelled: number;
}

/** What the requests of a batch have cost so far. */
export interface BatchCostBreakdown {
  /** Cost of all of them, in ticks of which 1e10 are one US dollar. */
  total_cost_usd_ticks: number;
  /** The same for each endpoint. */
  endpoint_costs?: BatchEndpointCost[] | null | undefined;
  /** When this was added up. */
  calculation_time?: string | null | undefined;
}

/** What the requests of a batch to one endpoint have cost. */
export interface BatchEndpointCost {
  /** The endpoint. */
  endpoint: string;
  /** Their cost, in ticks of which 1e10 are one US dollar. */
  cost_usd_ticks: number;
  /** How many of them were worked off. */
  request_count?: number | null | undefined;
}

/** Query of `GET /v1/batches`. */
export interface ListBatchesParams {
  /** Most entries in one page. Range: from 1. Default: 100. */
  limit?: number | undefined;
  /** Token that came with the page before. */
  pagination_token?: string | undefined;
}

/** One page of the team's batches. */
export interface ListBatchesResponse {
  /** The batches of this page. */
  batches: Batch[];
  /** Token for the next page; null, empty or absent on the last. */
  pagination_token?: string | null | undefined;
}

/** Body of `POST /v1/batches/{batch_id}/requests`, at most 25 MB of it. */
export interface AddBatchRequestsRequest {
  /** The requests to add. */
  batch_requests: BatchRequestItem[];
}

/** A request in a batch, with the id by which its result is found. */
export interface BatchRequestItem {
  /** Your own id, unique within the batch, as results come in any order; xAI makes one up when absent. */
  batch_request_id?: string | null | undefined;
  /** What to do. */
  batch_request: BatchRequest;
}

/**
 * One request for the batch to make: the body that the endpoint takes otherwise, under the name of the
 * endpoint.
 */
export type BatchRequest = {
  /** Body of `POST /v1/responses`; the result comes back in the shape of a chat answer. */
  responses: ModelRequest;
} | {
  /** Body of `POST /v1/chat/completions`. */
  chat_get_completion: ChatRequest;
} | {
  /** Body of `POST /v1/images/generations`. */
  image_generation: GenerateImageRequest;
} | {
  /** Body of `POST /v1/images/edits`. */
  image_edit: EditImageRequest;
} | {
  /** Body of `POST /v1/videos/generations` or, with a `video` to change, of `POST /v1/videos/edits`. */
  video_generation: GenerateVideoRequest | EditVideoRequest;
} | {
  /** Body of `POST /v1/videos/extensions`. */
  video_extension: ExtendVideoRequest;
};

/** Query of `GET /v1/batches/{batch_id}/requests`. */
export interface ListBatchRequestsParams {
  /** Most entries in one page. Range: from 1. Default: 100. */
  limit?: number | undefined;
  /** Token that came with the page before. */
  pagination_token?: string | undefined;
}

/** One page of the requests of a batch. */
export interface ListBatchRequestsResponse {
  /** The requests of this page. */
  batch_request_metadata: BatchRequestMetadata[];
  /** Token for the next page; null, empty or absent on the last. */
  pagination_token?: string | null | undefined;
}

/** What is known about a request of a batch, without its body and its result. */
export interface BatchRequestMetadata {
  /** Your id of the request, or the one that xAI made up. */
  batch_request_id: string;
  /** Where it stands. */
  state: Open<"unknown" | "pending" | "succeeded" | "cancelled" | "failed">;
  /** Endpoint that works it off, by its internal name. */
  endpoint?: string | null | undefined;
  /** Model that it asks for. */
  model?: string | null | undefined;
  /** When it was added, as a day (`2026-11-22`) or a full RFC 3339 time. */
  create_time?: string | null | undefined;
  /** When it was worked off, as a day (`2026-11-22`) or a full RFC 3339 time; absent before. */
  finish_time?: string | null | undefined;
}

/** Query of `GET /v1/batches/{batch_id}/results`. */
export interface ListBatchResultsParams {
  /** Most entries in one page. Range: from 1. Default: 100. */
  limit?: number | undefined;
  /** Token that came with the page before. */
  pagination_token?: string | undefined;
}

/** One page of the results of a batch, in no particular order. */
export interface ListBatchResultsResponse {
  /** The results of this page. */
  results: BatchResult[];
  /** Token for the next page; null, empty or absent on the last. */
  pagination_token?: string | null | undefined;
}

/** What came of one request of a batch. */
export interface BatchResult {
  /** Id of the request. */
  batch_request_id: string;
  /** The answer or the error. */
  batch_result: BatchOutcome;
}

/** Either the answer to a request of a batch or why it failed. */
export interface BatchOutcome {
  /** The answer; `unknown` when xAI cannot say what it is. */
  response?: BatchAnswer | Open<"unknown"> | null | undefined;
  /** What went wrong. */
  error?: string | BatchError | null | undefined;
}

/** The answer to a request of a batch, under the name of what was asked. */
export interface BatchAnswer {
  /** Answer to a chat request, and to a Responses request as well. */
  chat_get_completion?: ChatResponse | null | undefined;
  /** Images that were drawn or changed. */
  image_generation?: GeneratedImageResponse | null | undefined;
  /** A video that was made, changed or continued. */
  video_generation?: VideoResponse | null | undefined;
}

/** Why a request of a batch failed, where it comes with a code. */
export interface BatchError {
  /** Kind of failure. */
  code?: string | number | null | undefined;
  /** What went wrong, for people. */
  message?: string | null | undefined;
}
