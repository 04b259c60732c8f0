import type { StreamReply } from "../areas/area.ts";
import type { Fault } from "../fault.ts";

/** The next thing that happens to a body: bytes are sent, or the connection is lost, or nothing happens any more. */
export type Frame =
  | { readonly content: string | Blob; readonly tokens: number; readonly isLast: boolean }
  | "cut"
  | "stall";

const pieceBytes = 65_536;

/** Frames a streamed answer as server-sent events, with `[DONE]` at the end unless a fault keeps it from there. */
export function* streamFrames(reply: StreamReply, fault: Fault): Generator<Frame, void, undefined> {
  for (let count = 0; ; count += 1) {
    if (count === fault.cutAfterEvents) return yield "cut";
    if (count === fault.stallAfterEvents) return yield "stall";
    if (count === fault.endAfterEvents) return;
    if (count === fault.errorEventAfter) return yield toEvent(reply, reply.breakOff("error"), 0, true);
    if (count === fault.responseFailedAfter) return yield toEvent(reply, reply.breakOff("failed"), 0, true);
    const next = reply.events.next();
    if (next.done === true) break;
    yield toEvent(reply, next.value.json, next.value.tokens, false);
  }
  yield { content: "data: [DONE]\n\n", tokens: 0, isLast: true };
}

/** Frames a whole answer: a text in one piece, bytes in pieces of 64 KiB, each of which a fault takes for an event. */
export function* wholeFrames(content: string | Blob, fault: Fault): Generator<Frame, void, undefined> {
  const pieces = typeof content === "string" ? [content] : piecesOf(content);
  const endsEarly = fault.cutAfterEvents === pieces.length || fault.stallAfterEvents === pieces.length;
  for (const [count, piece] of pieces.entries()) {
    if (count === fault.cutAfterEvents) return yield "cut";
    if (count === fault.stallAfterEvents) return yield "stall";
    if (count === fault.endAfterEvents) return;
    yield { content: piece, tokens: 0, isLast: count === pieces.length - 1 && !endsEarly };
  }
  if (endsEarly) yield fault.cutAfterEvents === pieces.length ? "cut" : "stall";
}

/** Views of the bytes, which are read when they are sent. */
function piecesOf(bytes: Blob): readonly Blob[] {
  const count = Math.ceil(bytes.size / pieceBytes);
  return Array.from({ length: count }, (_, index) =>
    bytes.slice(index * pieceBytes, (index + 1) * pieceBytes),
  );
}

function toEvent({ hasNames }: StreamReply, json: unknown, tokens: number, isLast: boolean): Frame {
  const type = typeof json === "object" && json !== null && "type" in json ? json.type : undefined;
  const name = hasNames === true && typeof type === "string" ? `event: ${type}\n` : "";
  return { content: `${name}data: ${JSON.stringify(json)}\n\n`, tokens, isLast };
}
