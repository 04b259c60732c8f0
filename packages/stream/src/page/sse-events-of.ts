import type { SseEvent } from "@xai-edge/core";
import { fieldsOf } from "../wire-fields.ts";

/** A stream that knows its events' text as it arrived: core's streams do, and what {@link resume} gives. */
export interface SseSource<T extends object> {
  sseEvents(): AsyncIterable<SseEvent<T>, undefined>;
}

/** The events of any source as they are written: as they arrived where the source knows it, else as JSON. */
export function sseEventsOf<T extends object>(source: AsyncIterable<T>): AsyncIterator<SseEvent<T>, unknown> {
  if (isSseSource<T>(source)) return source.sseEvents()[Symbol.asyncIterator]();
  const iterator = source[Symbol.asyncIterator]();
  return {
    async next() {
      const result = await iterator.next();
      return result.done ? result : { done: false, value: toSseEvent(result.value) };
    },
    async return() {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
}

function isSseSource<T extends object>(source: object): source is SseSource<T> {
  return "sseEvents" in source;
}

function toSseEvent<T extends object>(value: T): SseEvent<T> {
  const { type } = fieldsOf(value);
  // Clients of the messages protocol go by the name, those of the others by the type.
  const event = typeof type === "string" && /^(message|content_block)_[a-z_]+$/.test(type) ? type : "message";
  return { data: JSON.stringify(value), event, id: "", value };
}
