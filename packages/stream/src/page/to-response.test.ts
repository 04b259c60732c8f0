import { describe, expect, it } from "vitest";
import { chatChunk } from "../fixtures/chat-chunks.ts";
import { eventsOf } from "../fixtures/events-of.ts";
import { toJsonLinesResponse } from "./to-json-lines-response.ts";
import { toResponse } from "./to-response.ts";
import { toTextResponse } from "./to-text-response.ts";

const chunks = [chatChunk({ content: "Hi" }), chatChunk({}, { finish_reason: "stop" })];

const responses = [
  { type: "text/event-stream", respond: toResponse },
  { type: "application/x-ndjson", respond: toJsonLinesResponse },
  { type: "text/plain", respond: toTextResponse },
];

describe.each(responses)("a response of $type", ({ type, respond }) => {
  it("says what it is, and that nobody is to store, change or hold it back", () => {
    const { status, headers } = respond(eventsOf(chunks));
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe(`${type}; charset=utf-8`);
    expect(headers.get("cache-control")).toBe("no-store, no-transform");
    expect(headers.get("x-accel-buffering")).toBe("no");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("carries headers of the caller's own, and the stream", async () => {
    const own = { "access-control-allow-origin": "*", "content-type": "text/html" };
    const seen: unknown[] = [];
    const response = respond(eventsOf(chunks), { headers: own, onEvent: (event) => seen.push(event) });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("content-type")).toContain(type);
    expect(new TextDecoder().decode(await response.arrayBuffer())).toContain("Hi");
    expect(seen).toEqual(chunks);
  });
});
