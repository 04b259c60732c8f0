import { describe, expect, it } from "vitest";
import { misbehave } from "./misbehave.ts";

describe("misbehave", () => {
  it("answers with one step per request and repeats the last", async () => {
    const server = await misbehave([
      { status: 503, headers: { "retry-after": "1" } },
      { json: { ok: true } },
    ]);
    const first = await fetch(`${server.url}/v1/models?page=2`, { headers: { authorization: "Bearer t" } });
    expect([first.status, first.headers.get("retry-after"), await first.text()]).toEqual([503, "1", ""]);
    for (let request = 0; request < 2; request += 1) {
      const next = await fetch(server.url, { method: "POST", body: "é" });
      expect(next.headers.get("content-type")).toBe("application/json");
      expect(await next.json()).toEqual({ ok: true });
    }
    const requests = await server.requests();
    expect(requests).toMatchObject([
      {
        method: "GET",
        path: "/v1/models?page=2",
        headers: { authorization: "Bearer t" },
        body: "",
        finished: true,
      },
      { method: "POST", path: "", body: "é", finished: true },
      { method: "POST", path: "", body: "é", finished: true },
    ]);
  });

  it("answers 410 beyond the last step when told to go through the steps once", async () => {
    const server = await misbehave([{ body: "first" }], { once: true });
    expect(await (await fetch(server.url)).text()).toBe("first");
    const second = await fetch(server.url);
    expect([second.status, await second.text()]).toEqual([410, "The script has 1 steps, this is request 2"]);
  });

  it("refuses a script without steps", async () => {
    await expect(misbehave([])).rejects.toThrow("Expected a script with at least one step");
  });

  it("sends text and bytes of chunks in order, waiting for a release where a chunk asks for one", async () => {
    const server = await misbehave([
      { body: "a", chunks: [{ base64: "/w==" }, { text: "b", awaitRelease: true }, { delayMs: 1 }] },
    ]);
    const reader = (await fetch(server.url)).body?.getReader();
    const seen: number[] = [];
    while (seen.length < 2) seen.push(...((await reader?.read())?.value ?? []));
    expect(seen).toEqual([97, 255]);
    const pending = reader?.read();
    await server.release();
    expect([...((await pending)?.value ?? [])]).toEqual([98]);
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it("cuts the connection in the middle of a body", async () => {
    const server = await misbehave([{ chunks: [{ text: "whole" }, { awaitRelease: true }], then: "cut" }]);
    const reader = (await fetch(server.url)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("whole");
    await server.release();
    await expect(reader?.read()).rejects.toBeInstanceOf(Error);
    const [request] = await server.requests();
    expect(request).toMatchObject({ finished: false });
    expect(request).not.toHaveProperty("closedByClientAt");
  });

  it("resets the connection instead of answering", async () => {
    const server = await misbehave([{ resetBeforeResponse: true }]);
    await expect(fetch(server.url, { method: "POST", body: "x" })).rejects.toBeInstanceOf(Error);
  });

  it.each([
    ["never answers", { noResponse: true }],
    ["answers late", { delayHeadersMs: 60_000 }],
  ])("%s, and sees the client leave", async (_, step) => {
    const server = await misbehave([step]);
    const controller = new AbortController();
    const answer = fetch(server.url, { signal: controller.signal });
    answer.catch(() => {});
    await server.waitForRequests();
    controller.abort(new Error("enough"));
    await expect(answer).rejects.toThrow("enough");
    const { startedAt, closedByClientAt, finished } = await server.waitClosed();
    expect(closedByClientAt).toBeGreaterThanOrEqual(startedAt);
    expect(finished).toBe(false);
  });

  it("stalls after its bytes, and sees the client cancel the body", async () => {
    const server = await misbehave([{ body: "begun", then: "stall" }]);
    const reader = (await fetch(server.url)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("begun");
    await reader?.cancel();
    expect((await server.waitClosed()).closedByClientAt).toBeTypeOf("number");
  });

  it("says what it waited for in vain", async () => {
    const server = await misbehave([{}]);
    await expect(server.waitForRequests(2, 10)).rejects.toThrow("Expected 2 requests within 10 ms, got 0");
    await fetch(server.url);
    await expect(server.waitClosed(10)).rejects.toThrow(
      "Expected the client to leave its request within 10 ms, it did not",
    );
  });
});
