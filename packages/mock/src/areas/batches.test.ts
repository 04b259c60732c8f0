import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, refusal, send } from "../../testing/ask.ts";
import { askForm, toForm } from "../../testing/samples.ts";
import { createMockXai, type MockXai } from "../index.ts";

const chat = { model: "grok-3", messages: [{ role: "user", content: "Hello" }] };
const chatRequest = (id: string, more: object = {}) => ({
  batch_request_id: id,
  batch_request: { chat_get_completion: { ...chat, ...more } },
});

async function create(mock: MockXai, ...batch_requests: unknown[]): Promise<string> {
  const { batch_id } = await ask<Wire.Batch>(mock, "/v1/batches", { name: "Night" });
  if (batch_requests.length > 0) await send(mock, `/v1/batches/${batch_id}/requests`, { batch_requests });
  return `/v1/batches/${batch_id}`;
}

async function get<Answer>(mock: MockXai, path: string): Promise<Answer> {
  return (await mock.fetch(`https://api.x.ai${path}`)).json();
}

async function states(mock: MockXai, path: string, count: number): Promise<number[][]> {
  const seen: number[][] = [];
  for (let look = 0; look < count; look += 1) {
    const { state } = await get<Wire.Batch>(mock, path);
    seen.push([
      state.num_requests,
      state.num_pending,
      state.num_success,
      state.num_error,
      state.num_cancelled,
    ]);
  }
  return seen;
}

describe("a batch of the simulator", () => {
  it("is worked off from look to look", async () => {
    const mock = createMockXai();
    const path = await create(mock, chatRequest("a"), chatRequest("b", { model: "grok-0" }));
    expect(await states(mock, path, 3)).toEqual([
      [2, 2, 0, 0, 0],
      [2, 1, 1, 0, 0],
      [2, 0, 1, 1, 0],
    ]);
    const { results } = await get<Wire.ListBatchResultsResponse>(mock, `${path}/results`);
    expect(results).toMatchObject([
      {
        batch_request_id: "a",
        batch_result: { response: { chat_get_completion: { object: "chat.completion" } } },
      },
      { batch_request_id: "b", batch_result: { error: expect.stringContaining("grok-0 does not exist") } },
    ]);
    const { cost_breakdown: cost } = await get<Wire.Batch>(mock, path);
    expect(cost?.total_cost_usd_ticks).toBeGreaterThan(0);
  });

  it("is not finished while it has no requests, and takes more later", async () => {
    const mock = createMockXai({ pendingLooks: 0 });
    const path = await create(mock);
    expect(await states(mock, path, 1)).toEqual([[0, 0, 0, 0, 0]]);
    await send(mock, `${path}/requests`, { batch_requests: [chatRequest("a")] });
    expect(await states(mock, path, 1)).toEqual([[1, 0, 1, 0, 0]]);
    await send(mock, `${path}/requests`, { batch_requests: [chatRequest("b")] });
    expect(await states(mock, path, 1)).toEqual([[2, 0, 2, 0, 0]]);
  });

  it("hands out what a response says as a chat answer", async () => {
    const answer = () => ({ reasoning: "Hm", text: "Hello there" });
    const mock = createMockXai({ pendingLooks: 0, answer });
    const path = await create(mock, {
      batch_request: { responses: { model: "grok-4", input: "Hello", stream: true } },
    });
    const { results } = await get<Wire.ListBatchResultsResponse>(mock, `${path}/results`);
    const message = { role: "assistant", content: "Hello there", reasoning_content: "Hm", refusal: null };
    expect(results).toMatchObject([
      {
        batch_result: {
          response: {
            chat_get_completion: {
              choices: [{ message, finish_reason: "stop" }],
              usage: { completion_tokens: 2, completion_tokens_details: { reasoning_tokens: 1 } },
            },
          },
        },
      },
    ]);
  });

  it("cancels what has not run", async () => {
    const mock = createMockXai();
    const path = await create(mock, chatRequest("a"), chatRequest("b"));
    await states(mock, path, 2);
    const batch = await ask<Wire.Batch>(mock, `${path}:cancel`, {});
    expect(batch).toMatchObject({
      cancel_time: expect.any(String),
      state: { num_success: 1, num_cancelled: 1 },
    });
    expect(await states(mock, path, 1)).toEqual([[2, 0, 1, 0, 1]]);
    const { batch_request_metadata: all } = await get<Wire.ListBatchRequestsResponse>(
      mock,
      `${path}/requests`,
    );
    expect(all.map(({ state }) => state)).toEqual(["succeeded", "cancelled"]);
    expect((await refusal(mock, `${path}/requests`, { batch_requests: [chatRequest("c")] }))[0]).toBe(400);
  });

  it("pages its results, and the last page has no token", async () => {
    const mock = createMockXai({ pendingLooks: 0 });
    const path = await create(mock, chatRequest("a"), chatRequest("b"), chatRequest("c"));
    const first = await get<Wire.ListBatchResultsResponse>(mock, `${path}/results?limit=2`);
    expect(first.results).toHaveLength(2);
    const token = first.pagination_token ?? "";
    const last = await get<Wire.ListBatchResultsResponse>(
      mock,
      `${path}/results?limit=2&pagination_token=${token}`,
    );
    expect(last.results.map(({ batch_request_id: id }) => id)).toEqual(["c"]);
    expect(last).not.toHaveProperty("pagination_token");
  });

  it("refuses an id that it has already", async () => {
    const mock = createMockXai();
    const path = await create(mock, chatRequest("a"));
    expect(await refusal(mock, `${path}/requests`, { batch_requests: [chatRequest("a")] })).toMatchObject([
      400,
      { error: "The batch has a request with the id a already." },
    ]);
  });
});

describe("a batch of the simulator made from a file", () => {
  async function fromFile(mock: MockXai, text: string): Promise<string> {
    const file = new File([text], "requests.jsonl");
    const { id } = await askForm<Wire.File>(mock, "/v1/files", toForm({ file }));
    const batch = await ask<Wire.Batch>(mock, "/v1/batches", { name: "Night", input_file_id: id });
    return `/v1/batches/${batch.batch_id}`;
  }

  it("has no requests until the file is read, and takes no others", async () => {
    const mock = createMockXai({ pendingLooks: 1 });
    const line = { custom_id: "b", method: "POST", url: "/v1/chat/completions", body: chat };
    const path = await fromFile(mock, `${JSON.stringify(chatRequest("a"))}\n${JSON.stringify(line)}\n`);
    expect(await states(mock, path, 4)).toEqual([
      [0, 0, 0, 0, 0],
      [2, 2, 0, 0, 0],
      [2, 2, 0, 0, 0],
      [2, 0, 2, 0, 0],
    ]);
    expect((await refusal(mock, `${path}/requests`, { batch_requests: [chatRequest("c")] }))[0]).toBe(400);
  });

  it("is cancelled over a line that is no request", async () => {
    const mock = createMockXai();
    const path = await fromFile(mock, `${JSON.stringify(chatRequest("a"))}\nnothing`);
    await states(mock, path, 2);
    expect(await get(mock, path)).toMatchObject({
      cancel_by_xai_message: "Line 2 of the input file is no request.",
      state: { num_requests: 0 },
    });
  });
});
