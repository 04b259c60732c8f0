import { describe, expect, it } from "vitest";
import { gatherJson, isGatherable } from "./gather-json.ts";
import type { PassOnOptions } from "./pass-on.ts";

const json = { "content-type": "application/json; charset=utf-8" };

function optionsOf(options: Partial<PassOnOptions> = {}): PassOnOptions {
  return {
    metering: "exact",
    clientSignal: new AbortController().signal,
    idleTimeoutMs: 5_000,
    totalTimeoutMs: 10_000,
    giveUp: () => {},
    ...options,
  };
}

/** A body that begins and then waits, until it is failed. */
function silentBody(): { body: ReadableStream<Uint8Array>; fail: () => void } {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own;
      own.enqueue(new TextEncoder().encode('{"id":'));
    },
  });
  return { body, fail: () => controller?.error(new Error("connection lost")) };
}

describe("an answer", () => {
  it.each([
    ["JSON of 64 KiB", { ...json, "content-length": "65536" }, true],
    ["JSON in capitals", { "content-type": "Application/JSON", "content-length": "9" }, true],
    ["JSON that is larger", { ...json, "content-length": "65537" }, false],
    ["JSON of unknown length", json, false],
    ["a stream", { "content-type": "text/event-stream", "content-length": "10" }, false],
    ["a file", { "content-length": "10" }, false],
  ])("may be gathered when it says that it is small and JSON: %s", (_, headers, expected) => {
    expect(isGatherable(new Response("{}", { headers }))).toBe(expected);
  });

  it("passes byte for byte with its bill, once it was handled", async () => {
    const text = '{ "id": "chat-1",\n "usage": {"cost_in_usd_ticks": 12} }\n';
    const seen: unknown[] = [];
    const { body, bill } = await gatherJson(
      new Response(text),
      optionsOf({ onAnswer: async (answer) => void seen.push(answer) }),
    );
    expect(new TextDecoder().decode(body)).toBe(text);
    expect(bill).toEqual({ ticks: 12 });
    expect(seen).toEqual([{ id: "chat-1", usage: { cost_in_usd_ticks: 12 } }]);
  });

  it("that breaks off is an error, and not the begin of an answer", async () => {
    const { body, fail } = silentBody();
    const gathered = gatherJson(new Response(body), optionsOf());
    fail();
    await expect(gathered).rejects.toMatchObject({ status: 502, code: "upstream_lost" });
  });

  it("that holds the key is an error", async () => {
    await expect(
      gatherJson(new Response('{"key":"xai-secret"}'), optionsOf({ apiKey: "xai-secret" })),
    ).rejects.toMatchObject({ status: 502, code: "upstream_lost" });
  });

  it("that nobody waits for any more is no failure of the upstream", async () => {
    const client = new AbortController();
    const { body, fail } = silentBody();
    const gathered = gatherJson(new Response(body), optionsOf({ clientSignal: client.signal }));
    client.abort();
    fail();
    await expect(gathered).rejects.toMatchObject({ status: 499 });
  });

  it.each([{ idleTimeoutMs: 30 }, { totalTimeoutMs: 30 }])("is given up past %o", async (deadline) => {
    const { body, fail } = silentBody();
    await expect(
      gatherJson(new Response(body), optionsOf({ ...deadline, giveUp: fail })),
    ).rejects.toMatchObject({ status: 504, code: "upstream_timeout" });
  });
});
