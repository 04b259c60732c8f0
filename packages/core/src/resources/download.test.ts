import { misbehave, type Step } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createTransport, type XaiOptions } from "../index.ts";
import { type Download, readDownload } from "./download.ts";

async function download(step: Step, options?: XaiOptions) {
  const server = await misbehave([step]);
  const transport = createTransport({ baseURL: server.url, maxRetries: 0, ...options });
  const answer: Download = await transport({ method: "GET", path: "/file", read: readDownload });
  return { server, answer };
}

const bytes = { bodyBase64: "AAH/gGE=", headers: { "content-type": "audio/mpeg", "x-request-id": "req-3" } };
const begun = { bodyBase64: "AAH/gGE=", headers: { "content-type": "audio/mpeg", "content-length": "99" } };

const ways: [way: string, read: (answer: Download) => Promise<unknown>][] = [
  ["bytes()", (answer) => answer.bytes()],
  ["text()", (answer) => answer.text()],
  ["blob()", (answer) => answer.blob()],
  [
    "stream",
    async ({ stream }) => {
      const reader = stream.getReader();
      while (!(await reader.read()).done);
    },
  ],
];

describe("a download", () => {
  it("gives its bytes whole, as they arrive, as a text or as a Blob of the server's type", async () => {
    const { answer } = await download(bytes);
    expect(answer).toMatchObject({
      contentType: "audio/mpeg",
      response: { status: 200, requestId: "req-3" },
    });
    expect([...(await answer.bytes())]).toEqual([0, 1, 255, 128, 97]);
    const reader = (await download(bytes)).answer.stream.getReader();
    expect([...((await reader.read()).value ?? [])]).toEqual([0, 1, 255, 128, 97]);
    expect(await reader.read()).toMatchObject({ done: true });
    expect(await (await download({ body: "é🙂" })).answer.text()).toBe("é🙂");
    const blob = await (await download(bytes)).answer.blob();
    expect([blob.type, blob.size]).toEqual(["audio/mpeg", 5]);
  });

  it("may be empty and of no type", async () => {
    const { answer } = await download({});
    expect(answer.contentType).toBeUndefined();
    expect(await answer.bytes()).toHaveLength(0);
  });

  it("that the server refuses is an error before there is anything to read", async () => {
    await expect(download({ status: 404, json: { error: "no" } })).rejects.toMatchObject({
      kind: "api",
      status: 404,
    });
  });

  it.each(ways)("that is cut is a connection error: %s", async (_, read) => {
    const { answer } = await download({ ...begun, chunks: [{ delayMs: 30 }], then: "cut" });
    await expect(read(answer)).rejects.toMatchObject({ name: "XaiConnectionError", kind: "connection" });
  });

  it.each(ways)("that stalls meets the idle deadline: %s", async (_, read) => {
    const { server, answer } = await download({ ...begun, then: "stall" }, { idleTimeoutMs: 80 });
    await expect(read(answer)).rejects.toMatchObject({ name: "XaiTimeoutError", phase: "idle" });
    await server.waitClosed();
  });

  it.each(ways)("that is aborted rejects with the caller's reason: %s", async (_, read) => {
    const server = await misbehave([{ ...begun, then: "stall" }]);
    const controller = new AbortController();
    const transport = createTransport({ baseURL: server.url });
    const answer = await transport(
      { method: "GET", path: "/file", read: readDownload },
      { signal: controller.signal },
    );
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 50);
    await expect(read(answer)).rejects.toBe(reason);
    await server.waitClosed();
  });

  it("that is cancelled ends the request at the server", async () => {
    const { server, answer } = await download({ ...begun, then: "stall" });
    const reader = answer.stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(await server.waitClosed()).toMatchObject({ finished: false });
  });

  it("is read at the reader's pace", async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1000));
        },
      },
      { highWaterMark: 0 },
    );
    const transport = createTransport({ baseURL: "http://stub.test", fetch: async () => new Response(body) });
    const answer = await transport({ method: "GET", path: "/file", read: readDownload });
    const reader = answer.stream.getReader();
    await reader.read();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pulled).toBeLessThan(5);
    await reader.cancel();
  });
});
