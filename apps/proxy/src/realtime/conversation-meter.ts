import type { Ticks } from "../budget/ticks.ts";
import { isFields } from "../policy/parse-json.ts";
import { type Bill, billIn } from "../upstream/bill.ts";
import { parseOrNothing } from "../upstream/parse-or-nothing.ts";

/** Keeps account of one conversation. */
export interface ConversationMeter {
  /** The client has sent something that may cost. */
  noteClient(): void;
  /** Reads the upstream's event, as far as it tells a price. */
  noteUpstream(text: string): void;
  /** What xAI has billed so far. */
  billed(): Ticks;
  /** What the conversation costs, once it is over. */
  total(): Ticks;
}

export interface ConversationMeterOptions {
  readonly now: () => number;
  /** What so many seconds cost, rounded up; 0 where nothing has a price. */
  readonly priceOf: (seconds: number) => Ticks;
  readonly reserved: Ticks;
}

/**
 * Counts from now on. A response that ends with `cost_in_usd_ticks` is charged that, and time for which there is no such bill by
 * the second: all of it until the first bill, and what follows one if anything was asked after it.
 */
export function createConversationMeter({
  now,
  priceOf,
  reserved,
}: ConversationMeterOptions): ConversationMeter {
  let billed: Ticks = 0;
  let billedUntil = now();
  let isOwing = true;
  return {
    noteClient: () => {
      isOwing = true;
    },
    noteUpstream: (text) => {
      // Events of sound are long: they are not parsed.
      if (text.includes('"response.created"')) isOwing = true;
      if (!text.includes('"response.done"')) return;
      const { ticks } = billOf(text);
      if (ticks === undefined) return;
      billed += ticks;
      billedUntil = now();
      isOwing = false;
    },
    billed: () => billed,
    total: () => {
      const owed = isOwing ? priceOf(Math.ceil((now() - billedUntil) / 1000)) : 0;
      // Timers ring a little late: what is estimated stays within what was reserved for it.
      return Math.max(billed, Math.min(billed + owed, reserved));
    },
  };
}

function billOf(text: string): Bill {
  const event = parseOrNothing(text);
  return (isFields(event) && event["type"] === "response.done" ? billIn(event) : undefined) ?? {};
}
