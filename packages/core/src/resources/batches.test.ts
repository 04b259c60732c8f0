import { misbehave, type Step } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

const quick = { intervalMs: 1, maxIntervalMs: 1 };

async function answering(...steps: Step[]) {
  const server = await misbehave(steps);
  return { server, xai: createXai({ baseURL: server.url, maxRetries: 0 }) };
}

function batch(num_requests: number, num_pending: number, rest?: object) {
  const state = {
    num_requests,
    num_pending,
    num_success: num_requests - num_pending,
    num_error: 0,
    num_cancelled: 0,
  };
  return { batch_id: "b", name: "n", create_time: "2026-11-22", state, ...rest };
}

describe("a batch", () => {
  it("is created, looked at and cancelled by its id, which cannot reach another path", async () => {
    const { xai, server } = await answering({ json: batch(0, 0) });
    await xai.batches.create({ name: "n", input_file_id: "f" });
    expect(await xai.batches.retrieve("b")).toEqual(batch(0, 0));
    await xai.batches.cancel("b:c?");
    expect((await server.requests()).map(({ method, path, body }) => [method, path, body])).toEqual([
      ["POST", "/batches", '{"name":"n","input_file_id":"f"}'],
      ["GET", "/batches/b", ""],
      ["POST", "/batches/b%3Ac%3F:cancel", ""],
    ]);
  });

  it("is waited for until nothing is pending, and not while its file is loading", async () => {
    const { xai, server } = await answering(
      { json: batch(0, 0) },
      { json: batch(2, 1) },
      { json: batch(2, 0) },
    );
    const seen: number[] = [];
    const done = await xai.batches.wait("b", {
      ...quick,
      onProgress: ({ state }) => seen.push(state.num_success),
    });
    expect(done).toEqual(batch(2, 0));
    expect(seen).toEqual([0, 1]);
    expect(await server.requests()).toHaveLength(3);
  });

  it("that was cancelled before it had requests is done", async () => {
    for (const rest of [{ cancel_time: "2026-11-22" }, { cancel_by_xai_message: "line 1 is no JSON" }]) {
      const { xai } = await answering({ json: batch(0, 0, rest) });
      expect(await xai.batches.wait("b", quick)).toEqual(batch(0, 0, rest));
    }
  });

  it("takes further requests, whose answer says nothing or fails", async () => {
    const { xai, server } = await answering(
      {},
      { json: {} },
      { status: 204 },
      { json: { code: "invalid-argument", error: "duplicate id" } },
    );
    const body = { batch_requests: [{ batch_request: { responses: { model: "grok-4", input: "hi" } } }] };
    for (let call = 0; call < 3; call++) expect(await xai.batches.requests.create("b", body)).toBeUndefined();
    await expect(xai.batches.requests.create("b", body)).rejects.toMatchObject({ code: "invalid-argument" });
    expect(
      (await server.requests()).map(({ path, body: sent }) => [path, JSON.parse(sent) as unknown])[0],
    ).toEqual(["/batches/b/requests", body]);
    await expect(xai.batches.requests.create("b", { batch_requests: [] })).rejects.toMatchObject({
      name: "XaiOptionsError",
    });
  });

  it("lists batches, requests, results and voices page by page, until there is no token", async () => {
    const { xai, server } = await answering(
      { json: { batches: [{ batch_id: "1" }], pagination_token: "t" } },
      { json: { batches: [{ batch_id: "2" }], pagination_token: "" } },
      { json: { batch_request_metadata: [{ batch_request_id: "1" }], pagination_token: "t" } },
      { json: { batch_request_metadata: [], pagination_token: "t" } },
      { json: { results: [{ batch_request_id: "1" }], pagination_token: null } },
      { json: { voices: [{ voice_id: "1" }] } },
    );
    const lists = [
      xai.batches.list({ limit: 1 }),
      () => xai.batches.requests.list("b"),
      () => xai.batches.results.list("b", { limit: 5 }),
      () => xai.customVoices.list(),
    ];
    const seen: unknown[] = [];
    for (const list of lists) {
      for await (const item of typeof list === "function" ? list() : list) seen.push(Object.values(item)[0]);
    }
    expect(seen).toEqual(["1", "2", "1", "1", "1"]);
    expect((await server.requests()).map(({ path }) => path)).toEqual([
      "/batches?limit=1",
      "/batches?limit=1&pagination_token=t",
      "/batches/b/requests",
      "/batches/b/requests?pagination_token=t",
      "/batches/b/results?limit=5",
      "/custom-voices",
    ]);
  });
});
