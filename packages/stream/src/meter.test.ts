import { isXaiError } from "@xai-edge/core";
import { describe, expect, it } from "vitest";
import { chatChunk, chunkOf, usage } from "./fixtures/chat-chunks.ts";
import { collect, eventsOf } from "./fixtures/events-of.ts";
import { freezeDeep } from "./fixtures/freeze-deep.ts";
import { meter } from "./meter.ts";
import { textOf } from "./text-of.ts";

const events = [
  chatChunk({ role: "assistant", reasoning_content: "Hm." }),
  chatChunk({ content: "It " }),
  chatChunk({ content: "is." }),
  chatChunk({}, { finish_reason: "stop" }),
  chunkOf([], { usage }),
];

describe("meter", () => {
  it("passes the events themselves, and has read each when the reader gets it", async () => {
    const metered = meter(eventsOf(events.map(freezeDeep)));
    let at = 0;
    for await (const event of metered) {
      expect(event).toBe(events[at++]);
      expect(metered.snapshot.isFinal).toBe(at === events.length);
    }
    expect(at).toBe(events.length);
    expect(await metered.final()).toBe(metered.snapshot);
  });

  it("reads all by itself when only the reading is asked for", async () => {
    expect(await meter(eventsOf(events)).final()).toMatchObject({
      outputTokens: 47,
    });
  });

  it("gives views their source", async () => {
    const metered = meter(eventsOf(events));
    expect(await collect(textOf(metered))).toEqual(["It ", "is."]);
    expect(metered.snapshot.costUsd).toBe(0.00009125);
  });

  it("keeps the reading of a stream that fails, and says that its counts are not final", async () => {
    const failure = new Error("lost");
    const metered = meter(eventsOf(events.slice(0, 3), { failure }));
    await expect(collect(metered)).rejects.toBe(failure);
    expect(metered.snapshot).toMatchObject({ outputTokens: undefined, isFinal: false });
    expect(metered.snapshot.firstAnswerMs).toBeGreaterThanOrEqual(0);
    const late = meter(eventsOf(events, { failure }));
    await expect(collect(late)).rejects.toBe(failure);
    expect(late.snapshot).toMatchObject({ outputTokens: 47, isFinal: true });
  });

  it("does not take the end of a stream that was cut for the end of the answer", async () => {
    const reason: unknown = await collect(meter(eventsOf(events.slice(0, 3)))).catch(
      (error: unknown) => error,
    );
    expect(isXaiError(reason) && reason.code).toBe("truncated_stream");
  });

  it("closes the source when its reader leaves", async () => {
    const source = eventsOf(events, { isSilent: true });
    for await (const _ of meter(source)) break;
    expect(source.isClosed()).toBe(true);
  });
});
