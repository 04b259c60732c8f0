import { describe, expect, it } from "vitest";
import {
  AddBatchRequestsRequest,
  Batch,
  ListBatchesResponse,
  ListBatchRequestsResponse,
  ListBatchResultsResponse,
} from "./index.ts";

const chat = { model: "grok-4", messages: [{ role: "user", content: "Hi" }] };
const added = (batch_request: unknown): boolean =>
  AddBatchRequestsRequest.safeParse({ batch_requests: [{ batch_request }] }).success;

describe("a request in a batch", () => {
  it.each([
    ["responses", { model: "grok-4", input: "Hi" }],
    ["chat_get_completion", chat],
    ["image_generation", { prompt: "A cat" }],
    ["image_edit", { prompt: "A hat", image: { url: "https://example.com/cat.png" } }],
    ["video_generation", { prompt: "A cat that runs", duration: 4 }],
    ["video_generation", { prompt: "A hat", video: { url: "https://example.com/cat.mp4" } }],
    ["video_extension", { prompt: "It stops", video: { url: "https://example.com/cat.mp4" } }],
  ])("is %s with the body of its endpoint", (name, body) => {
    expect(added({ [name]: body })).toBe(true);
    expect(added({ [name]: { ...body, unheard_of: 1 } })).toBe(false);
  });

  it("is refused without a body, with two of them, and under another name", () => {
    expect(added({})).toBe(false);
    expect(added({ chat_get_completion: chat, responses: { model: "grok-4", input: "Hi" } })).toBe(false);
    expect(added({ chat })).toBe(false);
  });
});

describe("an answer of the Batch API", () => {
  const state = { num_requests: 2, num_pending: 0, num_success: 1, num_error: 1, num_cancelled: 0 };
  const batch = { batch_id: "batch_1", name: "Nightly", create_time: "2026-11-22", state };

  it("is a batch with null for what has not happened", () => {
    const fresh = { ...batch, cancel_time: null, cancel_by_xai_message: null };
    expect(Batch.parse(fresh)).toEqual(fresh);
    expect(Batch.safeParse({ ...batch, state: null }).success).toBe(false);
  });

  it("is a page whose token is text, null or absent", () => {
    for (const end of [{ pagination_token: "p_2" }, { pagination_token: null }, {}]) {
      expect(ListBatchesResponse.parse({ batches: [batch], ...end })).toEqual({ batches: [batch], ...end });
    }
  });

  it("is a page of requests in states of today and tomorrow", () => {
    const page = {
      batch_request_metadata: [
        { batch_request_id: "a", endpoint: "chat", model: "grok-4", state: "succeeded" },
        { batch_request_id: "b", state: "postponed", finish_time: null },
      ],
    };
    expect(ListBatchRequestsResponse.parse(page)).toEqual(page);
  });

  it("is a page of answers, failures and answers of an unknown kind", () => {
    const completion = { id: "c", object: "chat.completion", created: 1, model: "grok-4", choices: [] };
    const outcomes = [
      { response: { chat_get_completion: completion } },
      { response: { image_generation: { data: [{ url: "https://example.com/cat.png" }] } } },
      { response: { video_generation: { status: "done", video: { url: "https://example.com/cat.mp4" } } } },
      { response: { dance_generation: {} } },
      { response: "unknown" },
      { error: "No such model" },
      { error: { code: "invalid_argument", message: "No such model" } },
    ];
    const results = outcomes.map((batch_result, index) => ({ batch_request_id: `${index}`, batch_result }));
    expect(ListBatchResultsResponse.parse({ results })).toEqual({ results });
  });

  it("is refused where it holds a malformed answer", () => {
    const batch_result = { response: { chat_get_completion: { id: "c" } } };
    const results = [{ batch_request_id: "a", batch_result }];
    expect(ListBatchResultsResponse.safeParse({ results }).success).toBe(false);
  });
});
