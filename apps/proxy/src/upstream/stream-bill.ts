import { isFields } from "../policy/parse-json.ts";
import { type Bill, billIn } from "./bill.ts";
import { parseOrNothing } from "./parse-or-nothing.ts";

/** The bill of a stream, of any of the protocols, found in its events as they come. */
export interface StreamBill {
  /** The data of the next event. */
  add(data: string): void;
  /**
   * The last bill. What a stream that is not whole has shown counts alone if it costs something, and as a lower bound unless it was
   * the bill of the whole answer; so does a number of tokens that more was to follow on.
   */
  read(isWhole: boolean): Bill | undefined;
}

export function createStreamBill(): StreamBill {
  let bill: Bill | undefined;
  let isClosed = false;
  return {
    add(data) {
      // Most events say `"usage":null`, or nothing of it.
      const hasUsage = /"usage"\s*:\s*\{/.test(data);
      if (!hasUsage && (!isClosed || data === "" || data === "[DONE]")) return;
      const event = parseOrNothing(data);
      const shown = hasUsage ? billIn(event) : undefined;
      if (shown) [bill, isClosed] = [shown, closesBill(event)];
      else if (!isLastEvent(event)) isClosed = false;
    },
    read(isWhole) {
      if (bill === undefined || (isWhole && isClosed)) return bill;
      if (!bill.ticks) return undefined;
      return isWhole || isClosed ? bill : { ticks: bill.ticks, isAtLeast: true };
    },
  };
}

/** Whether an event is the last of its protocol. Chats end with `[DONE]` alone. */
export function isLastEvent(event: unknown): boolean {
  return /^(response\.(completed|incomplete|failed|cancelled|done)|message_stop)$/.test(typeOf(event));
}

/** Whether the bill of an event is that of the whole answer, as long as nothing follows that says more. */
function closesBill(event: unknown): boolean {
  if (isLastEvent(event) || typeOf(event) === "message_delta") return true;
  const choices = isFields(event) ? event["choices"] : undefined;
  return Array.isArray(choices) && choices.length === 0;
}

function typeOf(event: unknown): string {
  return isFields(event) ? String(event["type"]) : "";
}
