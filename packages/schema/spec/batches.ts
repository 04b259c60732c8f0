import {
  array,
  fields,
  int32,
  int64,
  known,
  named,
  nullable,
  object,
  optional,
  ref,
  required,
  string,
  union,
  type Area,
  type Field,
} from "./notation.ts";

const unlisted = { differs: "xAI's OpenAPI file leaves the Batch API out." };

const page: Record<string, Field> = {
  limit: optional(int32({ min: 1 }), "Most entries in one page.", { default: 100 }),
  pagination_token: optional(string(), "Token that came with the page before."),
};
const nextPage = optional(string(), "Token for the next page; null, empty or absent on the last.");
const timeDoc = "as a day (`2026-11-22`) or a full RFC 3339 time";

export const batches: Area = {
  CreateBatchRequest: object(
    "Body of `POST /v1/batches`.",
    {
      name: required(string(), "Name to find the batch by; it need not be unique."),
      input_file_id: optional(
        nullable(string()),
        "Id of an uploaded JSONL file with a request in each line; such a batch takes no further requests.",
      ),
    },
    unlisted,
  ),
  Batch: object(
    "A batch: requests that xAI works off in the background, for less than they cost one by one.",
    {
      batch_id: required(string(), "Id of the batch."),
      name: required(string(), "Name that it was created with."),
      state: required(ref("BatchState"), "How far it is."),
      create_time: required(string(), `When it was created, ${timeDoc}.`),
      expire_time: optional(string(), `When it ends, finished or not, ${timeDoc}.`),
      cancel_time: optional(string(), `When it was cancelled, ${timeDoc}; absent while it was not.`),
      cancel_by_xai_message: optional(
        string(),
        "Why xAI itself cancelled it, for instance over a line of the input file that it cannot read.",
      ),
      create_api_key_id: optional(string(), "Id of the key that created it."),
      input_file_id: optional(string(), "Id of the file from which its requests come."),
      cost_breakdown: optional(ref("BatchCostBreakdown"), "What its requests have cost so far."),
    },
    unlisted,
  ),
  BatchState: object(
    "How many requests of a batch stand where. While an input file is being read all counts are 0, so that no pending request alone does not mean that the batch is done.",
    {
      num_requests: required(int64(), "All requests of the batch."),
      num_pending: required(int64(), "Requests that wait or run."),
      num_success: required(int64(), "Requests that were answered."),
      num_error: required(int64(), "Requests that failed."),
      num_cancelled: required(int64(), "Requests that were cancelled before they ran."),
    },
    unlisted,
  ),
  BatchCostBreakdown: object(
    "What the requests of a batch have cost so far.",
    {
      total_cost_usd_ticks: required(
        int64(),
        "Cost of all of them, in ticks of which 1e10 are one US dollar.",
      ),
      endpoint_costs: optional(array(ref("BatchEndpointCost")), "The same for each endpoint."),
      calculation_time: optional(string(), "When this was added up."),
    },
    unlisted,
  ),
  BatchEndpointCost: object(
    "What the requests of a batch to one endpoint have cost.",
    {
      endpoint: required(string(), "The endpoint."),
      cost_usd_ticks: required(int64(), "Their cost, in ticks of which 1e10 are one US dollar."),
      request_count: optional(int64(), "How many of them were worked off."),
    },
    unlisted,
  ),
  ListBatchesParams: object("Query of `GET /v1/batches`.", page, unlisted),
  ListBatchesResponse: object(
    "One page of the team's batches.",
    {
      batches: required(array(ref("Batch")), "The batches of this page."),
      pagination_token: nextPage,
    },
    unlisted,
  ),
  AddBatchRequestsRequest: object(
    "Body of `POST /v1/batches/{batch_id}/requests`, at most 25 MB of it.",
    {
      batch_requests: required(array(ref("BatchRequestItem")), "The requests to add."),
    },
    unlisted,
  ),
  BatchRequestItem: object(
    "A request in a batch, with the id by which its result is found.",
    {
      batch_request_id: optional(
        nullable(string()),
        "Your own id, unique within the batch, as results come in any order; xAI makes one up when absent.",
      ),
      batch_request: required(ref("BatchRequest"), "What to do."),
    },
    unlisted,
  ),
  BatchRequest: named(
    "One request for the batch to make: the body that the endpoint takes otherwise, under the name of the endpoint.",
    union(
      fields({
        responses: required(
          ref("ModelRequest"),
          "Body of `POST /v1/responses`; the result comes back in the shape of a chat answer.",
        ),
      }),
      fields({ chat_get_completion: required(ref("ChatRequest"), "Body of `POST /v1/chat/completions`.") }),
      fields({
        image_generation: required(ref("GenerateImageRequest"), "Body of `POST /v1/images/generations`."),
      }),
      fields({ image_edit: required(ref("EditImageRequest"), "Body of `POST /v1/images/edits`.") }),
      fields({
        video_generation: required(
          union(ref("GenerateVideoRequest"), ref("EditVideoRequest")),
          "Body of `POST /v1/videos/generations` or, with a `video` to change, of `POST /v1/videos/edits`.",
        ),
      }),
      fields({
        video_extension: required(ref("ExtendVideoRequest"), "Body of `POST /v1/videos/extensions`."),
      }),
    ),
    unlisted,
  ),
  ListBatchRequestsParams: object("Query of `GET /v1/batches/{batch_id}/requests`.", page, unlisted),
  ListBatchRequestsResponse: object(
    "One page of the requests of a batch.",
    {
      batch_request_metadata: required(array(ref("BatchRequestMetadata")), "The requests of this page."),
      pagination_token: nextPage,
    },
    unlisted,
  ),
  BatchRequestMetadata: object(
    "What is known about a request of a batch, without its body and its result.",
    {
      batch_request_id: required(string(), "Your id of the request, or the one that xAI made up."),
      state: required(known("unknown", "pending", "succeeded", "cancelled", "failed"), "Where it stands."),
      endpoint: optional(string(), "Endpoint that works it off, by its internal name."),
      model: optional(string(), "Model that it asks for."),
      create_time: optional(string(), `When it was added, ${timeDoc}.`),
      finish_time: optional(string(), `When it was worked off, ${timeDoc}; absent before.`),
    },
    unlisted,
  ),
  ListBatchResultsParams: object("Query of `GET /v1/batches/{batch_id}/results`.", page, unlisted),
  ListBatchResultsResponse: object(
    "One page of the results of a batch, in no particular order.",
    {
      results: required(array(ref("BatchResult")), "The results of this page."),
      pagination_token: nextPage,
    },
    unlisted,
  ),
  BatchResult: object(
    "What came of one request of a batch.",
    {
      batch_request_id: required(string(), "Id of the request."),
      batch_result: required(ref("BatchOutcome"), "The answer or the error."),
    },
    unlisted,
  ),
  BatchOutcome: object(
    "Either the answer to a request of a batch or why it failed.",
    {
      response: optional(
        union(ref("BatchAnswer"), known("unknown")),
        "The answer; `unknown` when xAI cannot say what it is.",
      ),
      error: optional(union(string(), ref("BatchError")), "What went wrong."),
    },
    unlisted,
  ),
  BatchAnswer: object(
    "The answer to a request of a batch, under the name of what was asked.",
    {
      chat_get_completion: optional(
        ref("ChatResponse"),
        "Answer to a chat request, and to a Responses request as well.",
      ),
      image_generation: optional(ref("GeneratedImageResponse"), "Images that were drawn or changed."),
      video_generation: optional(ref("VideoResponse"), "A video that was made, changed or continued."),
    },
    unlisted,
  ),
  BatchError: object(
    "Why a request of a batch failed, where it comes with a code.",
    {
      code: optional(union(string(), int32()), "Kind of failure."),
      message: optional(string(), "What went wrong, for people."),
    },
    unlisted,
  ),
};
