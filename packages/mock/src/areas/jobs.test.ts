import type { Wire } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { ask, refusal } from "../../testing/ask.ts";
import { createMockXai, type JobOutcome, type MockXai, type MockXaiOptions } from "../index.ts";

const origin = "https://api.x.ai";
const chat = { model: "grok-3", messages: [{ role: "user", content: "Hello" }] };

/** Looks at a path until there is a final answer. */
async function looks(mock: MockXai, path: string): Promise<[number, unknown][]> {
  const seen: [number, unknown][] = [];
  for (let look = 0; look < 10 && seen.at(-1)?.[0] !== 200; look += 1) seen.push(await get(mock, path));
  return seen;
}

async function get(mock: MockXai, path: string): Promise<[number, unknown]> {
  const response = await mock.fetch(origin + path);
  const text = await response.text();
  return [response.status, text === "" ? "" : JSON.parse(text)];
}

async function start(mock: MockXai, path: string, body: object): Promise<string> {
  return (await ask<Wire.StartDeferredResponse>(mock, path, body)).request_id;
}

describe("a deferred chat completion of the simulator", () => {
  it("is pending twice, there once, and gone then", async () => {
    const mock = createMockXai({ answer: () => "Later" });
    const path = `/v1/chat/deferred-completion/${await start(mock, "/v1/chat/completions", { ...chat, deferred: true })}`;
    const [first, second, third] = await looks(mock, path);
    expect([first, second]).toEqual([
      [202, ""],
      [202, ""],
    ]);
    expect(third).toMatchObject([200, { choices: [{ message: { content: "Later" } }] }]);
    expect((await get(mock, path))[0]).toBe(404);
  });

  it("is kept for a day", async () => {
    let now = 0;
    const mock = createMockXai({ pendingLooks: 0, now: () => now });
    const id = await start(mock, "/v1/chat/completions", { ...chat, deferred: true });
    now = 86_400_000;
    expect((await get(mock, `/v1/chat/deferred-completion/${id}`))[0]).toBe(404);
  });
});

describe("deferred images of the simulator", () => {
  it("are pending, then done as often as they are fetched", async () => {
    const mock = createMockXai();
    const id = await start(mock, "/v1/images/generations", { prompt: "A fox", n: 2, deferred: true });
    const all = await looks(mock, `/v1/images/${id}`);
    expect(all.slice(0, 2)).toEqual([
      [202, ""],
      [202, { request_id: id, status: "pending" }],
    ]);
    expect(all[2]).toMatchObject([200, { request_id: id, status: "done", data: [{}, {}] }]);
    expect(await get(mock, `/v1/images/${id}`)).toEqual(all[2]);
  });

  it("fail as the outcome says, at once when they are not deferred", async () => {
    const error = { code: "internal_error", message: "No paint" };
    const mock = createMockXai({ pendingLooks: 0, jobOutcome: () => error });
    const id = await start(mock, "/v1/images/generations", { prompt: "A fox", deferred: true });
    expect(await get(mock, `/v1/images/${id}`)).toEqual([200, { request_id: id, status: "failed", error }]);
    expect(await refusal(mock, "/v1/images/generations", { prompt: "A fox" })).toMatchObject([
      400,
      { error: "No paint" },
    ]);
  });
});

describe("a video job of the simulator", () => {
  const render = async (options: MockXaiOptions, body: object = {}): Promise<[number, unknown][]> => {
    const mock = createMockXai(options);
    const id = await start(mock, "/v1/videos/generations", { prompt: "A fox", duration: 5, ...body });
    return looks(mock, `/v1/videos/${id}`);
  };

  it("has nothing to say at first, then makes progress from look to look, and is done", async () => {
    const seen = await render({ pendingLooks: 3 });
    const model = "grok-imagine-video";
    expect(seen.slice(0, 3)).toEqual([
      [202, ""],
      [202, { status: "pending", progress: 33, model }],
      [202, { status: "pending", progress: 66, model }],
    ]);
    expect(seen[3]).toEqual([
      200,
      {
        status: "done",
        progress: 100,
        model,
        video: {
          url: expect.stringMatching(/^https:\/\/api\.x\.ai\/simulated\/videos\/.*\.mp4$/),
          duration: 5,
          respect_moderation: true,
        },
        usage: { cost_in_usd_ticks: 2_500_000_000 },
      },
    ]);
  });

  it("makes progress by the clock when it has one", async () => {
    let now = 0;
    const mock = createMockXai({ jobMs: 10_000, now: () => now });
    const path = `/v1/videos/${await start(mock, "/v1/videos/generations", { prompt: "A fox" })}`;
    expect(await get(mock, path)).toEqual([202, ""]);
    now = 2500;
    expect(await get(mock, path)).toMatchObject([202, { progress: 25 }]);
    expect(await get(mock, path)).toMatchObject([202, { progress: 25 }]);
    now = 10_000;
    expect(await get(mock, path)).toMatchObject([200, { status: "done" }]);
  });

  it.each<[string, JobOutcome, object]>([
    [
      "fails",
      { code: "permission_denied", message: "No" },
      { status: "failed", error: { code: "permission_denied" } },
    ],
    ["expires", "expired", { status: "expired" }],
    ["is withheld", "moderated", { status: "done", video: { respect_moderation: false } }],
  ])("%s as the outcome says for it", async (_, outcome, expected) => {
    const asked: unknown[] = [];
    const jobOutcome: MockXaiOptions["jobOutcome"] = (job) => {
      asked.push(job);
      return outcome;
    };
    const [last] = await render({ pendingLooks: 0, jobOutcome });
    expect(last).toMatchObject([200, expected]);
    expect(JSON.stringify(last)).not.toContain("url");
    expect(asked).toEqual([{ operation: "videos.generate", body: { prompt: "A fox", duration: 5 } }]);
  });

  it("leaves a file when it is to be stored", async () => {
    const mock = createMockXai({ pendingLooks: 0 });
    const storage_options = { filename: "fox.mp4", public_url: true };
    const id = await start(mock, "/v1/videos/generations", { prompt: "A fox", storage_options });
    const [, body] = await get(mock, `/v1/videos/${id}`);
    expect(body).toMatchObject({ video: { file_output: { filename: "fox.mp4" } } });
    const [, { data }] = (await get(mock, "/v1/files")) as [number, Wire.ListFilesResponse];
    expect(data).toMatchObject([
      { filename: "fox.mp4", public_url: expect.stringContaining("/simulated/files/") },
    ]);
    const bytes = new Uint8Array(await (await mock.fetch(data[0]?.public_url ?? "")).arrayBuffer());
    expect(String.fromCharCode(...bytes.subarray(4, 8))).toBe("ftyp");
  });

  it.each([
    [{}, "The request needs a `prompt` or an `image`."],
    [{ prompt: "A fox", duration: 16 }, "The field `duration` is not valid: expected at most 15, got 16."],
    [{ prompt: "A fox", model: "grok-4" }, "The model grok-4 does not make videos: it is a language model."],
    [{ image: {} }, "The field `image` has no `url`."],
    [
      { image: { url: "data:image/gif;base64,AAAA" } },
      "The field `image.url` is not valid: expected a public address or a base64 data URL of type image/jpeg, image/png, image/webp, got a data URL of type image/gif.",
    ],
  ])("is not started for %j", async (body, error) => {
    expect(await refusal(createMockXai(), "/v1/videos/generations", body)).toMatchObject([400, { error }]);
  });
});
