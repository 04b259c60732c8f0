// Written by `pnpm generate` from packages/schema/spec (source ec1c78b27b1c). Do not edit.

import type { Wire } from "@xai-edge/core";
import * as z from "zod/mini";
import { ChatRequest, ChatResponse } from "./chat.gen.ts";
import { EditImageRequest, GenerateImageRequest, GeneratedImageResponse } from "./images.gen.ts";
import { ModelRequest } from "./responses.gen.ts";
import { EditVideoRequest, ExtendVideoRequest, GenerateVideoRequest, VideoResponse } from "./videos.gen.ts";

/** Body of `POST /v1/batches`. */
export const CreateBatchRequest: z.ZodMiniType<Wire.CreateBatchRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "name": z.string(),
    "input_file_id": z.nullish(z.string()),
  }))();

/**
 * How many requests of a batch stand where. While an input file is being read all counts are 0, so that no
 * pending request alone does not mean that the batch is done.
 */
export const BatchState: z.ZodMiniType<Wire.BatchState> = /* @__PURE__ */ (() =>
  z.looseObject({
    "num_requests": z.int(),
    "num_pending": z.int(),
    "num_success": z.int(),
    "num_error": z.int(),
    "num_cancelled": z.int(),
  }))();

/** What the requests of a batch to one endpoint have cost. */
export const BatchEndpointCost: z.ZodMiniType<Wire.BatchEndpointCost> = /* @__PURE__ */ (() =>
  z.looseObject({
    "endpoint": z.string(),
    "cost_usd_ticks": z.int(),
    "request_count": z.nullish(z.int()),
  }))();

/** What the requests of a batch have cost so far. */
export const BatchCostBreakdown: z.ZodMiniType<Wire.BatchCostBreakdown> = /* @__PURE__ */ (() =>
  z.looseObject({
    "total_cost_usd_ticks": z.int(),
    "endpoint_costs": z.nullish(z.array(BatchEndpointCost)),
    "calculation_time": z.nullish(z.string()),
  }))();

/** A batch: requests that xAI works off in the background, for less than they cost one by one. */
export const Batch: z.ZodMiniType<Wire.Batch> = /* @__PURE__ */ (() =>
  z.looseObject({
    "batch_id": z.string(),
    "name": z.string(),
    "state": BatchState,
    "create_time": z.string(),
    "expire_time": z.nullish(z.string()),
    "cancel_time": z.nullish(z.string()),
    "cancel_by_xai_message": z.nullish(z.string()),
    "create_api_key_id": z.nullish(z.string()),
    "input_file_id": z.nullish(z.string()),
    "cost_breakdown": z.nullish(BatchCostBreakdown),
  }))();

/** Query of `GET /v1/batches`. */
export const ListBatchesParams: z.ZodMiniType<Wire.ListBatchesParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "limit": z.optional(z.int32().check(z.gte(1))),
    "pagination_token": z.optional(z.string()),
  }))();

/** One page of the team's batches. */
export const ListBatchesResponse: z.ZodMiniType<Wire.ListBatchesResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "batches": z.array(Batch),
    "pagination_token": z.nullish(z.string()),
  }))();

/**
 * One request for the batch to make: the body that the endpoint takes otherwise, under the name of the
 * endpoint.
 */
export const BatchRequest: z.ZodMiniType<Wire.BatchRequest> = /* @__PURE__ */ (() =>
  z.union([z.strictObject({
    "responses": ModelRequest,
  }), z.strictObject({
    "chat_get_completion": ChatRequest,
  }), z.strictObject({
    "image_generation": GenerateImageRequest,
  }), z.strictObject({
    "image_edit": EditImageRequest,
  }), z.strictObject({
    "video_generation": z.union([GenerateVideoRequest, EditVideoRequest]),
  }), z.strictObject({
    "video_extension": ExtendVideoRequest,
  })]))();

/** A request in a batch, with the id by which its result is found. */
export const BatchRequestItem: z.ZodMiniType<Wire.BatchRequestItem> = /* @__PURE__ */ (() =>
  z.strictObject({
    "batch_request_id": z.nullish(z.string()),
    "batch_request": BatchRequest,
  }))();

/** Body of `POST /v1/batches/{batch_id}/requests`, at most 25 MB of it. */
export const AddBatchRequestsRequest: z.ZodMiniType<Wire.AddBatchRequestsRequest> = /* @__PURE__ */ (() =>
  z.strictObject({
    "batch_requests": z.array(BatchRequestItem),
  }))();

/** Query of `GET /v1/batches/{batch_id}/requests`. */
export const ListBatchRequestsParams: z.ZodMiniType<Wire.ListBatchRequestsParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "limit": z.optional(z.int32().check(z.gte(1))),
    "pagination_token": z.optional(z.string()),
  }))();

/** What is known about a request of a batch, without its body and its result. */
export const BatchRequestMetadata: z.ZodMiniType<Wire.BatchRequestMetadata> = /* @__PURE__ */ (() =>
  z.looseObject({
    "batch_request_id": z.string(),
    "state": z.string(),
    "endpoint": z.nullish(z.string()),
    "model": z.nullish(z.string()),
    "create_time": z.nullish(z.string()),
    "finish_time": z.nullish(z.string()),
  }))();

/** One page of the requests of a batch. */
export const ListBatchRequestsResponse: z.ZodMiniType<Wire.ListBatchRequestsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "batch_request_metadata": z.array(BatchRequestMetadata),
    "pagination_token": z.nullish(z.string()),
  }))();

/** Query of `GET /v1/batches/{batch_id}/results`. */
export const ListBatchResultsParams: z.ZodMiniType<Wire.ListBatchResultsParams> = /* @__PURE__ */ (() =>
  z.strictObject({
    "limit": z.optional(z.int32().check(z.gte(1))),
    "pagination_token": z.optional(z.string()),
  }))();

/** The answer to a request of a batch, under the name of what was asked. */
export const BatchAnswer: z.ZodMiniType<Wire.BatchAnswer> = /* @__PURE__ */ (() =>
  z.looseObject({
    "chat_get_completion": z.nullish(ChatResponse),
    "image_generation": z.nullish(GeneratedImageResponse),
    "video_generation": z.nullish(VideoResponse),
  }))();

/** Why a request of a batch failed, where it comes with a code. */
export const BatchError: z.ZodMiniType<Wire.BatchError> = /* @__PURE__ */ (() =>
  z.looseObject({
    "code": z.nullish(z.union([z.string(), z.int32()])),
    "message": z.nullish(z.string()),
  }))();

/** Either the answer to a request of a batch or why it failed. */
export const BatchOutcome: z.ZodMiniType<Wire.BatchOutcome> = /* @__PURE__ */ (() =>
  z.looseObject({
    "response": z.nullish(z.union([BatchAnswer, z.string()])),
    "error": z.nullish(z.union([z.string(), BatchError])),
  }))();

/** What came of one request of a batch. */
export const BatchResult: z.ZodMiniType<Wire.BatchResult> = /* @__PURE__ */ (() =>
  z.looseObject({
    "batch_request_id": z.string(),
    "batch_result": BatchOutcome,
  }))();

/** One page of the results of a batch, in no particular order. */
export const ListBatchResultsResponse: z.ZodMiniType<Wire.ListBatchResultsResponse> = /* @__PURE__ */ (() =>
  z.looseObject({
    "results": z.array(BatchResult),
    "pagination_token": z.nullish(z.string()),
  }))();
