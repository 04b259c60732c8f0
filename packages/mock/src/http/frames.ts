import type { StreamReply } from "../areas/area.ts";
import type { Fault } from "../fault.ts";

/** The next thing that happens to a body: bytes are sent, or the connection is lost, or nothing happens any more. */
export type Frame =
  | { readonly text: string; readonly tokens: number; readonly isLast: boolean }
  | "cut"
  | "stall";

/** Frames a streamed answer as server-sent events, with `[DONE]` at the end unless a fault keeps it from there. */
export function* streamFrames(reply: StreamReply, fault: Fault): Generator<Frame, void, undefined> {
  for (let count = 0; ; count += 1) {
    if (count === fault.cutAfterEvents) return yield "cut";
    if (count === fault.stallAfterEvents) return yield "stall";
    if (count === fault.endAfterEvents) return;
    if (count === fault.errorEventAfter) return yield toEvent(reply.breakOff("error"), 0, true);
    if (count === fault.responseFailedAfter) return yield toEvent(reply.breakOff("failed"), 0, true);
    const next = reply.events.next();
    if (next.done === true) break;
    yield toEvent(next.value.json, next.value.tokens, false);
  }
  yield { text: "data: [DONE]\n\n", tokens: 0, isLast: true };
}

/** Frames a whole answer. */
export function* wholeFrames(text: string, fault: Fault): Generator<Frame, void, undefined> {
  if (fault.cutAfterEvents === 0) return yield "cut";
  if (fault.stallAfterEvents === 0) return yield "stall";
  if (fault.endAfterEvents === 0) return;
  const goesOn = fault.cutAfterEvents === 1 || fault.stallAfterEvents === 1;
  yield { text, tokens: 0, isLast: !goesOn };
  if (goesOn) yield fault.cutAfterEvents === 1 ? "cut" : "stall";
}

function toEvent(json: unknown, tokens: number, isLast: boolean): Frame {
  return { text: `data: ${JSON.stringify(json)}\n\n`, tokens, isLast };
}
