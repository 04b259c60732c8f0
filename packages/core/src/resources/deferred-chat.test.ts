import { misbehave } from "@xai-edge/testing";
import { describe, expect, it } from "vitest";
import { createXai } from "../index.ts";

const answer = { id: "c1", object: "chat.completion", created: 1, model: "grok-4", choices: [] };
const pending = { status: 202 };

describe("a deferred answer", () => {
  it("is undefined while the model works, whether the answer is empty or not", async () => {
    const server = await misbehave([pending, { status: 202, json: { status: "pending" } }, { json: answer }]);
    const { deferred } = createXai({ baseURL: server.url }).chat.completions;
    expect(await deferred.retrieve("q1")).toBeUndefined();
    expect(await deferred.retrieve("q1")).toBeUndefined();
    expect(await deferred.retrieve("q1")).toEqual(answer);
    expect((await server.requests()).map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array(3).fill("GET /chat/deferred-completion/q1"),
    );
  });

  it("is waited for, with a call at each look that found none", async () => {
    const server = await misbehave([pending, pending, { json: answer }], { once: true });
    let looks = 0;
    const { deferred } = createXai({ baseURL: server.url }).chat.completions;
    const got = await deferred.wait("q1", { intervalMs: 1, onProgress: () => looks++ });
    expect(got).toEqual(answer);
    expect(looks).toBe(2);
  });

  it("that was fetched before is an error, which ends the wait", async () => {
    const server = await misbehave([pending, { status: 404, json: { error: "gone" } }]);
    const { deferred } = createXai({ baseURL: server.url }).chat.completions;
    await expect(deferred.wait("q1", { intervalMs: 1 })).rejects.toMatchObject({ kind: "api", status: 404 });
  });

  it("is waited for until the signal says otherwise", async () => {
    const server = await misbehave([pending]);
    const { deferred } = createXai({ baseURL: server.url }).chat.completions;
    const controller = new AbortController();
    const waiting = deferred.wait("q1", {
      intervalMs: 3_600_000,
      signal: controller.signal,
      onProgress: () => controller.abort("enough"),
    });
    await expect(waiting).rejects.toBe("enough");
    expect((await server.requests()).length).toBe(1);
  });

  it("is waited for no longer than the caller likes", async () => {
    const server = await misbehave([pending]);
    const { deferred } = createXai({ baseURL: server.url }).chat.completions;
    await expect(deferred.wait("q1", { intervalMs: 1, maxWaitMs: 30 })).rejects.toMatchObject({
      kind: "timeout",
      phase: "wait",
    });
  });
});
