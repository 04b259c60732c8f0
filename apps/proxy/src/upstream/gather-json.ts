import { ProxyError } from "../http/proxy-error.ts";
import { billIn } from "./bill.ts";
import { clientLeft } from "./forward.ts";
import { parseOrNothing } from "./parse-or-nothing.ts";
import type { Passed, PassOnOptions } from "./pass-on.ts";

const decoder = new TextDecoder();
/** Larger answers are passed on piece by piece. */
const maxGatheredBytes = 64 * 1024;

/** Whether a success is JSON that says itself how small it is. */
export function isGatherable({ headers }: Response): boolean {
  return (
    Number(headers.get("content-length") ?? Number.NaN) <= maxGatheredBytes &&
    /json/i.test(headers.get("content-type") ?? "")
  );
}

/**
 * Takes a small JSON answer whole, which workerd does alone: a pump of two streams costs 0.25 ms of CPU more for an answer of 1 KB
 * (`pnpm bench:proxy` in apps/bench). The client has nothing of it before its end, so a failure becomes an error of the
 * proxy's own: 502 when the upstream broke off, or sent the key; 504 past a deadline, of which both count from the headers on.
 */
export async function gatherJson(
  upstream: Response,
  { apiKey, clientSignal, giveUp, idleTimeoutMs, totalTimeoutMs, onAnswer }: PassOnOptions,
): Promise<Passed & { readonly body: ArrayBuffer }> {
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      giveUp();
    },
    Math.min(idleTimeoutMs, totalTimeoutMs),
  );
  let body: ArrayBuffer;
  try {
    body = await upstream.arrayBuffer();
  } catch {
    if (clientSignal.aborted) throw clientLeft();
    throw isLate
      ? new ProxyError(504, "upstream_timeout", "The upstream took too long to answer.")
      : brokeOff();
  } finally {
    clearTimeout(timer);
  }
  const text = decoder.decode(body);
  const answer = parseOrNothing(text);
  // Text may also be spelled in escapes.
  const plain = text.includes("\\u00") ? text + JSON.stringify(answer) : text;
  if (apiKey !== undefined && plain.includes(apiKey)) throw brokeOff();
  await onAnswer?.(answer);
  const bill = billIn(answer);
  return { body, end: "whole", ...(bill && { bill }) };
}

function brokeOff(): ProxyError {
  return new ProxyError(502, "upstream_lost", "The upstream's answer broke off.");
}
