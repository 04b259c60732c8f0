import { describe, expect, it } from "vitest";
import { jsonPost, proxyUnderTest } from "../../testing/proxy-under-test.ts";

const limit = { MAX_BODY_BYTES: "1000" };

function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
}

function ofBytes(bytes: number): string {
  const body = { model: "grok-4", input: "" };
  return JSON.stringify({ ...body, input: "x".repeat(bytes - JSON.stringify(body).length) });
}

describe("a JSON body", () => {
  it("reaches the upstream whole, however it was cut", async () => {
    const { ask, calls, lines } = await proxyUnderTest();
    const body = '{"model":"grok-4","messages":[{"role":"user","content":"né 🦊"}]}';
    await ask("/v1/chat/completions", {
      ...jsonPost,
      body: streamOf(body.slice(0, 7), body.slice(7, 30), body.slice(30)),
    });
    expect(calls.map((call) => JSON.parse(call.body ?? ""))).toEqual([
      expect.objectContaining(JSON.parse(body)),
    ]);
    expect(lines.at(-1)).toMatchObject({ requestBytes: new TextEncoder().encode(body).byteLength });
  });

  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON;charset=UTF-8",
    'application/json; charset="utf-8"',
  ])("may be sent as %s", async (type) => {
    const { ask } = await proxyUnderTest();
    expect(await ask("/v1/responses", { ...jsonPost, headers: { "content-type": type } })).toMatchObject({
      status: 200,
    });
  });

  it("may be exactly as long as allowed, and not a byte longer", async () => {
    const { ask, calls } = await proxyUnderTest({ env: limit });
    expect(await ask("/v1/responses", { ...jsonPost, body: ofBytes(1000) })).toMatchObject({
      status: 200,
    });
    expect(await ask("/v1/responses", { ...jsonPost, body: ofBytes(1001) })).toMatchObject({
      status: 413,
    });
    expect(calls).toHaveLength(1);
  });

  it("is counted while it arrives, not by what content-length says", async () => {
    const { ask, calls } = await proxyUnderTest({ env: limit });
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(100));
      },
    });
    const headers = { ...jsonPost.headers, "content-length": "10" };
    const answer = await ask("/v1/responses", { ...jsonPost, headers, body: endless });
    expect([answer.status, answer.error?.code]).toEqual([413, "body_too_large"]);
    expect(answer.error?.message).toContain("1000 bytes");
    expect(pulled).toBeLessThan(20);
    expect(calls).toEqual([]);
  });

  it("that breaks off is not sent on", async () => {
    const { ask, calls } = await proxyUnderTest();
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"model":'));
        controller.error(new Error("the line went dead"));
      },
    });
    const answer = await ask("/v1/responses", { ...jsonPost, body: broken });
    expect([answer.status, answer.error?.code]).toEqual([400, "incomplete_body"]);
    expect(answer.text).not.toContain("line went dead");
    expect(calls).toEqual([]);
  });

  it("may not be empty", async () => {
    const { ask, calls } = await proxyUnderTest();
    for (const body of ["", streamOf()]) {
      const answer = await ask("/v1/responses", { ...jsonPost, body });
      expect([answer.status, answer.error?.code]).toEqual([400, "empty_body"]);
    }
    expect(calls).toEqual([]);
  });
});

describe("any other body", () => {
  it.each([
    "text/plain",
    "text/plain; application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "application/json; charset=utf-16",
    "application/json, text/plain",
    "application/json; boundary=x",
    "",
  ])("sent as %j answers 415 and is not sent on", async (type) => {
    const { ask, calls } = await proxyUnderTest();
    const answer = await ask("/v1/responses", { ...jsonPost, headers: { "content-type": type } });
    expect([answer.status, answer.error?.code]).toEqual([415, "unsupported_media_type"]);
    expect(calls).toEqual([]);
  });

  it.each(["gzip", "br", "zstd", "deflate", "identity", "x", ""])(
    "encoded as %j answers 415 and is not sent on",
    async (encoding) => {
      const { ask, calls } = await proxyUnderTest();
      const headers = { ...jsonPost.headers, "content-encoding": encoding };
      const answer = await ask("/v1/responses", { ...jsonPost, headers });
      expect([answer.status, answer.error?.code]).toEqual([415, "unsupported_encoding"]);
      expect(calls).toEqual([]);
    },
  );
});
