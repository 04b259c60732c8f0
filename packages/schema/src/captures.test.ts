import type { WireCapture } from "@xai-edge/testing";
import { describe, expect, inject, it } from "vitest";
import type * as z from "zod/mini";
import {
  ChatResponse,
  ChatResponseChunk,
  MessageResponse,
  MessageStreamEvent,
  ModelResponse,
  ResponseStreamEvent,
} from "./index.ts";

const captures: readonly WireCapture[] = inject("wireCaptures");

/** By the first word of a capture's name: the schema of a whole answer and that of one payload of a stream. */
const schemas: Readonly<Record<string, { body: z.ZodMiniType; payload: z.ZodMiniType }>> = {
  chat: { body: ChatResponse, payload: ChatResponseChunk },
  responses: { body: ModelResponse, payload: ResponseStreamEvent },
  messages: { body: MessageResponse, payload: MessageStreamEvent },
};

/** The captures of the endpoints above. */
const known = captures.flatMap(({ name, text }) => {
  const of = schemas[name.split(".")[0] ?? ""];
  return of === undefined ? [] : [{ name, text, ...of }];
});

/** A payload of a stream with the number of its line, as far as it is JSON: `[DONE]` is not. */
function payloadsOf(text: string): { line: number; value: unknown }[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter(({ text: payload }) => payload !== "" && payload !== "[DONE]")
    .map(({ line, text: payload }) => ({ line, value: JSON.parse(payload) }))
    .filter(({ value }) => !isErrorBody(value));
}

/** What comes in place of an answer, in one of many shapes: no schema is about it. */
function isErrorBody(value: object): boolean {
  return "error" in value && !("id" in value || "type" in value);
}

describe("captures of the real API", () => {
  it("are there", ({ skip }) => {
    if (known.length === 0) return skip("There are no captures in ../shared/wire next to the checkout.");
    expect(known.length).toBeGreaterThan(0);
  });

  for (const { name, text, body } of known.filter((one) => one.name.endsWith(".json"))) {
    const value: object = JSON.parse(text);
    it.skipIf(isErrorBody(value))(`${name} parses and keeps all fields`, () => {
      expect(body.safeParse(value)).toEqual({ success: true, data: value });
    });
  }

  for (const { name, text, payload } of known.filter((one) => one.name.endsWith(".jsonl"))) {
    it(`${name} parses line by line and keeps all fields`, () => {
      const payloads = payloadsOf(text);
      for (const { line, value } of payloads) {
        expect({ line, ...payload.safeParse(value) }).toEqual({ line, success: true, data: value });
      }
    });
  }
});
