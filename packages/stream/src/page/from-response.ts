import { createSseDecoder, XaiConnectionError, XaiOptionsError, XaiProtocolError } from "@xai-edge/core";
import type { AnswerEvent } from "../answer-event.ts";
import { readFailure, saysFailure } from "./read-failure.ts";
import { LAST_LINE } from "./to-json-lines.ts";
import type { Fields } from "../wire-fields.ts";

/** How {@link fromResponse} reads. */
export interface FromResponseOptions {
  /** Stops reading: iterating throws its reason at once, and the server is told. */
  readonly signal?: AbortSignal | undefined;
}

/** The events that a page receives, and what {@link resumable} needs to know to go on where they stop. */
export interface ReceivedStream<T extends object> extends AsyncIterable<T, undefined> {
  readonly response: Response;
  /** The `id` of the last event that was read, or of one before it; empty without one. */
  readonly lastEventId: string;
  /** Milliseconds to wait before connecting again, if the server has said so. */
  readonly retryMs: number | undefined;
}

const MAX_ERROR_CHARS = 65_536;

/**
 * The events of a response that {@link toResponse} made as server-sent events or JSON lines, or of one that xAI's API
 * streams: the other end of the wire, in a page. It can be iterated once; leaving early closes the connection.
 *
 * Iterating ends only where the protocol ends. Anything else throws, after the events that arrived whole: an `error`
 * event or an error status (XaiApiError), a lost connection (XaiConnectionError), a stream that is cut short or no
 * stream at all (XaiProtocolError). An abort throws at once: the signal's own reason.
 *
 * @example
 * const response = await fetch("/chat", { method: "POST", body });
 * for await (const text of textOf(fromResponse(response))) page.append(text);
 */
export function fromResponse<T extends object = AnswerEvent>(
  response: Response,
  { signal }: FromResponseOptions = {},
): ReceivedStream<T> {
  const { ok } = response;
  const reader = response.body?.getReader();
  const queue: [data: string, event: string, id: string][] = [];
  const decoder = createSseDecoder((...event) => queue.push(event));
  let lastEventId = "";
  let isTaken = false;
  let isLeft = false;

  function close(): void {
    isLeft = true;
    signal?.removeEventListener("abort", close);
    reader?.cancel().catch(() => {});
  }

  async function* read(): AsyncGenerator<T, undefined> {
    const type = (ok && response.headers.get("content-type")) || "nothing";
    const utf8 = new TextDecoder();
    let text = "";
    let isWhole = false;
    try {
      for (;;) {
        const chunk = await reader?.read().then(
          ({ value }) => value,
          (cause: unknown) => {
            // Of a whole answer it does not matter how its connection ends, nor of one that was given up.
            if (isWhole || isLeft) return undefined;
            const facts = { code: "connection_lost", retryable: true, cause };
            throw new XaiConnectionError("The connection was lost", facts);
          },
        );
        if (isLeft) break;
        if (type.includes("event-stream")) {
          if (chunk) decoder.push(chunk);
        } else {
          const lines = utf8.decode(chunk, { stream: true }).split("\n");
          lines[0] = text + lines[0];
          if (/ndjson|jsonl/.test(type)) {
            text = lines.pop() ?? "";
            for (const line of lines) queue.push([line, "", ""]);
          } else {
            text = lines.join("\n");
            if (chunk && text.length < MAX_ERROR_CHARS) continue;
            const said = parseObject(text);
            if (!ok || saysFailure(said)) throw readFailure(said ?? text.slice(0, 500), response);
            throw broken("not_a_stream", `Expected events, got ${type}`);
          }
        }
        for (const [data, event, id] of queue.splice(0)) {
          if (data === "[DONE]" || data === LAST_LINE) return;
          // Between lines there may be empty ones.
          if (!data) continue;
          const value = parseObject(data);
          if (event === "error" || saysFailure(value)) throw readFailure(value, response);
          if (!value) throw broken("invalid_event", "Expected JSON events");
          isWhole = /^(response\.(completed|incomplete|cancelled|done)|message_stop)$/.test(
            String(value["type"]),
          );
          lastEventId = id;
          yield value as T;
          signal?.throwIfAborted();
        }
        if (!chunk) {
          if (isWhole) return;
          throw broken("truncated_stream", "The stream ended early");
        }
      }
      signal?.throwIfAborted();
    } finally {
      close();
    }
  }

  signal?.addEventListener("abort", close);
  if (signal?.aborted) close();
  return {
    response,
    get lastEventId() {
      return lastEventId;
    },
    get retryMs() {
      return decoder.retryMs;
    },
    [Symbol.asyncIterator]() {
      if (isTaken) throw new XaiOptionsError("The stream was read before", "stream_already_read");
      isTaken = true;
      const events = read();
      return {
        next: () => events.next(),
        return() {
          close();
          return events.return(undefined);
        },
      };
    },
  };
}

/** The object that a JSON text is; undefined when it is none. */
function parseObject(text: string): Fields | undefined {
  try {
    return JSON.parse(/^\s*\{/.test(text) ? text : "") as Fields;
  } catch {
    return undefined;
  }
}

function broken(code: string, message: string): XaiProtocolError {
  return new XaiProtocolError(message, { code });
}
