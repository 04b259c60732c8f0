import { misbehave, type Step } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai, type Xai } from "../index.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pngUrl = `data:image/png;base64,${btoa(String.fromCharCode(...png))}`;
const quick = { intervalMs: 1, maxIntervalMs: 1 };

async function answering(...steps: Step[]) {
  const server = await misbehave(steps);
  const xai = createXai({ baseURL: server.url, maxRetries: 0 });
  const bodies = async () =>
    (await server.requests()).map(({ path, body }) => [path, body && (JSON.parse(body) as unknown)]);
  return { server, xai, bodies };
}

describe("an edit of images", () => {
  it("sends contents as data URLs of the type that they show, and references as they are", async () => {
    const { xai, bodies } = await answering({ json: { data: [] } });
    const edit = { prompt: "a hat", model: "grok-imagine-image" };
    const wrong = new File([png], "cat.gif", { type: "image/gif" });
    await xai.images.edit({ ...edit, image: wrong });
    await xai.images.edit({
      ...edit,
      images: [png, png.buffer, "https://x.test/a.png", "data:image/jpeg;base64,/9j/", { file_id: "file_1" }],
    });
    await xai.images.edit({ ...edit, image: { url: pngUrl } });
    expect(await bodies()).toEqual([
      ["/images/edits", { ...edit, image: { url: pngUrl } }],
      [
        "/images/edits",
        {
          ...edit,
          images: [
            { url: pngUrl },
            { url: pngUrl },
            { url: "https://x.test/a.png" },
            { url: "data:image/jpeg;base64,/9j/" },
            { file_id: "file_1" },
          ],
        },
      ],
      ["/images/edits", { ...edit, image: { url: pngUrl } }],
    ]);
  });

  it.each([
    ["a GIF", new Blob(["GIF89a"], { type: "image/png" }), "got gif"],
    ["a text", new TextEncoder().encode("<svg>"), "got txt"],
    ["a data URL of a GIF", "data:image/gif;base64,R0lG", "got data:image/gif;base64,R0lG"],
    ["a data URL of an SVG in a reference", { url: "data:image/svg+xml,<svg/>" }, "got data:image/svg+xml"],
    ["a data URL without base64", "data:image/png,abc", "got data:image/png,abc"],
  ])("refuses what the API refuses, before it is sent: %s", async (_, image, words) => {
    const { xai, bodies } = await answering({ json: { data: [] } });
    await expect(xai.images.edit({ prompt: "x", image })).rejects.toMatchObject({
      name: "XaiOptionsError",
      message: expect.stringMatching(new RegExp(`JPEG, PNG or WebP.*${words.replace("+", "\\+")}`)),
    });
    expect(await bodies()).toEqual([]);
  });

  it("takes 1 to 5 images", async () => {
    const { xai, bodies } = await answering({ json: { data: [] } });
    for (const images of [undefined, [], Array.from({ length: 6 }, () => png)]) {
      await expect(xai.images.edit({ prompt: "x", images })).rejects.toMatchObject({
        name: "XaiOptionsError",
        message: `Expected 1 to 5 images, got ${images?.length ?? 0}`,
      });
    }
    expect(await bodies()).toEqual([]);
  });
});

describe("a video to be made", () => {
  const gif = { url: "data:image/gif;base64,R0lG" };
  it.each([
    ["its first frame", { image: gif }],
    ["its last frame", { last_frame: gif }],
    ["a frame on the way", { keyframes: [{ image: gif, timestamp_s: 1 }] }],
    ["a reference", { reference_images: [{ file_id: "file_1" }, gif] }],
  ])("is refused before it is sent when the API would refuse %s", async (_, images) => {
    const { xai, bodies } = await answering({ json: { request_id: "v" } });
    await expect(xai.videos.generate({ prompt: "x", ...images })).rejects.toMatchObject({
      name: "XaiOptionsError",
      message: "Expected a JPEG, PNG or WebP image in base64, got data:image/gif;base64,R0lG",
    });
    await xai.videos.generate({ prompt: "x", image: { url: pngUrl } });
    expect(await bodies()).toEqual([["/videos/generations", { prompt: "x", image: { url: pngUrl } }]]);
  });
});

describe("a picture in a conversation", () => {
  const gif = "data:image/gif;base64,R0lG";
  const chat = (url: string) => ({
    model: "grok-4",
    messages: [
      { role: "user" as const, content: "data:image/gif is only a text" },
      { role: "user" as const, content: [{ type: "image_url" as const, image_url: { url } }] },
    ],
  });
  const item = (image_url: string) => ({ type: "input_image" as const, image_url });
  const response = (url: string) => ({
    model: "grok-4",
    input: [{ role: "user" as const, content: [{ type: "input_text" as const, text: "?" }, item(url)] }],
  });
  const result = (url: string) => ({
    model: "grok-4",
    input: [{ type: "function_call_output" as const, call_id: "c", output: [item(url)] }],
  });
  const turn = (url: string) => {
    const [, media_type = "", data = ""] = /^data:([^;]*);base64,(.*)/.exec(url) ?? [];
    const source = data ? { type: "base64" as const, media_type, data } : { type: "url" as const, url };
    return {
      model: "grok-4",
      max_tokens: 1,
      messages: [{ role: "user" as const, content: [{ type: "image" as const, source }] }],
    };
  };
  it.each<[string, (xai: Xai, url: string) => Promise<unknown>]>([
    ["a message", (xai, url) => xai.messages.create(turn(url))],
    ["a chat", (xai, url) => xai.chat.completions.create(chat(url))],
    ["a deferred chat", (xai, url) => xai.chat.completions.deferred.create(chat(url))],
    ["a response", (xai, url) => xai.responses.create(response(url))],
    ["the result of a function", (xai, url) => xai.responses.create(result(url))],
    ["a compaction", (xai, url) => xai.responses.compact(response(url))],
  ])("is refused before it is sent when the API would refuse it in %s", async (_, call) => {
    const { xai, bodies } = await answering({ json: { id: "r" } });
    await expect(call(xai, gif)).rejects.toMatchObject({
      name: "XaiOptionsError",
      message: expect.stringMatching(
        /^Expected a JPEG, PNG or WebP image in base64, got data:image\/gif;base64,/,
      ),
    });
    expect(await bodies()).toEqual([]);
    await call(xai, pngUrl);
    await call(xai, "https://x.test/a.gif");
    expect(await bodies()).toHaveLength(2);
  });
});

describe("a video", () => {
  it("is started from a prompt, a video or its end", async () => {
    const { xai, bodies } = await answering({ json: { request_id: "r" } });
    expect(await xai.videos.generate({ prompt: "a cat" })).toEqual({ request_id: "r" });
    await xai.videos.edit({ prompt: "snow", video: { file_id: "f" } });
    await xai.videos.extend({ prompt: "on", video: { file_id: "f" }, duration: 6 });
    expect(await bodies()).toEqual([
      ["/videos/generations", { prompt: "a cat" }],
      ["/videos/edits", { prompt: "snow", video: { file_id: "f" } }],
      ["/videos/extensions", { prompt: "on", video: { file_id: "f" }, duration: 6 }],
    ]);
  });

  it("is pending while the answer is 202, with or without a body", async () => {
    const { xai } = await answering(
      { status: 202 },
      { status: 202, json: { progress: 7 } },
      { status: 202, json: { status: "pending", progress: 9, model: "grok-imagine-video" } },
      { json: { video: { url: "https://x.test/v.mp4" } } },
    );
    const states = [];
    for (let look = 0; look < 4; look++) states.push(await xai.videos.retrieve("r"));
    expect(states).toEqual([
      { status: "pending" },
      { status: "pending", progress: 7 },
      { status: "pending", progress: 9, model: "grok-imagine-video" },
      { status: "done", video: { url: "https://x.test/v.mp4" } },
    ]);
  });

  it("that failed can be read, and an error that is no video is thrown", async () => {
    const failed = { status: "failed", error: { code: "invalid_argument", message: "too dark" } };
    const { xai } = await answering({ json: failed }, { json: { code: "busy", error: "Try later" } });
    expect(await xai.videos.retrieve("r")).toEqual(failed);
    await expect(xai.videos.retrieve("r")).rejects.toMatchObject({ name: "XaiApiError", code: "busy" });
  });

  it("is waited for, telling its progress", async () => {
    const done = { status: "done", video: { url: "u" }, progress: 100 };
    const { xai } = await answering(
      { status: 202 },
      { status: 202, json: { status: "pending", progress: 40 } },
      { json: { status: "a status of tomorrow", progress: 60 } },
      { json: done },
    );
    const seen: unknown[] = [];
    const video = await xai.videos.wait("r", { ...quick, onProgress: ({ progress }) => seen.push(progress) });
    expect(video).toEqual(done);
    expect(seen).toEqual([undefined, 40, 60]);
  });

  it("that moderation withheld is done, without an address", async () => {
    const done = { status: "done", video: { respect_moderation: false } };
    const { xai } = await answering({ json: done });
    expect(await xai.videos.wait("r", quick)).toEqual(done);
  });

  it("that failed or expired ends the wait with an error that says why", async () => {
    const error = { code: "invalid_argument", message: "too dark" };
    const { xai } = await answering(
      { json: { status: "failed", error }, headers: { "x-request-id": "req-1" } },
      { json: { status: "expired" } },
    );
    await expect(xai.videos.wait("r", quick)).rejects.toMatchObject({
      name: "XaiApiError",
      code: "invalid_argument",
      message: expect.stringContaining("too dark"),
      requestId: "req-1",
      body: { status: "failed", error },
    });
    await expect(xai.videos.wait("r", quick)).rejects.toMatchObject({
      name: "XaiApiError",
      code: "expired",
      message: expect.stringContaining("The job expired"),
    });
  });

  it("is no longer waited for after an abort, or after `maxWaitMs`", async () => {
    const { xai } = await answering({ status: 202 });
    const reason = new Error("enough");
    const controller = new AbortController();
    const wait = xai.videos.wait("r", {
      signal: controller.signal,
      onProgress: () => controller.abort(reason),
    });
    await expect(wait).rejects.toBe(reason);
    await expect(xai.videos.wait("r", { ...quick, maxWaitMs: 30 })).rejects.toMatchObject({ phase: "wait" });
  });
});

describe("deferred images", () => {
  it("are asked for, looked at and waited for", async () => {
    const done = { request_id: "r", status: "done", data: [{ url: "u" }] };
    const { xai, bodies } = await answering(
      { json: { request_id: "r" } },
      { status: 202 },
      { status: 202 },
      { json: done },
    );
    expect(await xai.images.generate({ prompt: "a cat", deferred: true })).toEqual({ request_id: "r" });
    expect(await xai.images.retrieve("r")).toEqual({ request_id: "r", status: "pending" });
    expect(await xai.images.wait("r", quick)).toEqual(done);
    expect((await bodies())[0]).toEqual(["/images/generations", { prompt: "a cat", deferred: true }]);
  });
});
